package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/**
 * Associations, inheritance and tables of the kinds in Hibernate's user guide that are
 * met more rarely.
 */
@NullUnmarked
@SuppressWarnings("unused")
final class RarerRelations {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(
			Map.entry("join tables by name", List.of(Team.class, Player.class, Badge.class)),
			Map.entry("joined tables with a discriminator", List.of(Vehicle.class, Car.class, Truck.class)),
			Map.entry("single table by numbers", List.of(Event.class, Meeting.class)),
			Map.entry("a table a class and associations to it", List.of(Media.class, Film.class, Shelf.class)),
			Map.entry("several secondary tables", List.of(Product.class)));

	private RarerRelations() {
	}

	@Entity
	@Table(name = "team")
	static class Team {

		@Id
		Long id;

		@OneToMany
		@JoinTable(name = "team_player", joinColumns = @JoinColumn(name = "team"),
				inverseJoinColumns = @JoinColumn(name = "player", unique = true))
		Set<Player> players;

		@ManyToMany
		@JoinTable(name = "team_badge")
		@OrderColumn
		List<Badge> badges;

		@OneToOne
		@JoinTable(name = "team_captain")
		Player captain;

	}

	@Entity
	@Table(name = "player")
	static class Player {

		@Id
		Long id;

		@ManyToOne
		@JoinTable(name = "player_badge")
		Badge badge;

	}

	@Entity
	@Table(name = "badge")
	static class Badge {

		@Id
		Long id;

		@ManyToMany(mappedBy = "badges")
		Set<Team> teams;

	}

	@Entity
	@Table(name = "vehicle")
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "kind", length = 10)
	static class Vehicle {

		@Id
		@GeneratedValue
		Long id;

	}

	@Entity
	@Table(name = "car")
	@PrimaryKeyJoinColumn(name = "vehicle_id")
	static class Car extends Vehicle {

		int doors;

	}

	@Entity
	@Table(name = "truck")
	static class Truck extends Vehicle {

		Double torque;

		@ManyToOne
		Vehicle carried;

	}

	@Entity
	@Table(name = "event")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
	static class Event {

		@Id
		Long id;

	}

	@Entity
	static class Meeting extends Event {

		@ManyToOne
		Event follows;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class Media {

		@Id
		UUID id;

		@Column(nullable = false)
		String title;

	}

	@Entity
	@Table(name = "film")
	static class Film extends Media {

		int minutes;

	}

	@Entity
	@Table(name = "shelf")
	static class Shelf {

		@Id
		Long id;

		@ManyToMany
		Set<Film> films;

	}

	@Entity
	@Table(name = "product")
	@SecondaryTables({ @SecondaryTable(name = "product_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "product")),
			@SecondaryTable(name = "product_price") })
	static class Product {

		@Id
		Long id;

		@Column(table = "product_text", length = 2000)
		String text;

		@Column(table = "product_price", precision = 12, scale = 2)
		java.math.BigDecimal price;

	}

}
