package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities as they are, and with other keys, collections and tables: those of one name
 * are versions of each other.
 */
@NullUnmarked
@SuppressWarnings("unused")
final class RelationVersions {

	private RelationVersions() {
	}

	@Entity(name = "Hero")
	static class Listed {

		@Id
		Long id;

		@ElementCollection
		List<String> tags;

		@ManyToMany
		List<Team> teams;

	}

	@Entity(name = "Hero")
	static class Distinct {

		@Id
		Long id;

		@ElementCollection
		@Column(nullable = false)
		Set<String> tags;

		@ManyToMany
		Set<Team> teams;

	}

	@Entity(name = "Hero")
	static class Ordered {

		@Id
		Long id;

		@ElementCollection
		@OrderColumn
		List<String> tags;

		@OneToMany
		Set<Team> teams;

	}

	@Entity(name = "Hero")
	static class Referenced {

		@Id
		Long id;

		@OneToMany(mappedBy = "hero")
		Set<Tag> tags;

		@ManyToMany
		List<Team> teams;

	}

	@Entity(name = "Tag")
	@Table(name = "hero_tags")
	static class Tag {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		@ManyToOne(optional = false)
		Referenced hero;

		String tags;

	}

	@Entity(name = "Team")
	static class Team {

		@Id
		Long id;

	}

	@Entity(name = "Hero")
	static class Member {

		@Id
		Long id;

		@ManyToOne
		Team team;

	}

	@Entity(name = "Hero")
	static class Captain {

		@Id
		Long id;

		@OneToOne(optional = false)
		Team team;

	}

	@Entity(name = "Hero")
	static class Mapped {

		@Id
		Long id;

		@OneToOne
		@MapsId
		Team team;

	}

	@Embeddable
	record Pair(Integer a, Integer b) {

	}

	@Embeddable
	record Triple(Integer a, Integer b, Integer c) {

	}

	@Entity(name = "Place")
	static class PairPlace {

		@EmbeddedId
		Pair id;

	}

	@Entity(name = "Guest")
	static class PairGuest {

		@Id
		Integer id;

		@ManyToOne
		PairPlace place;

	}

	@Entity(name = "Place")
	static class TriplePlace {

		@EmbeddedId
		Triple id;

	}

	@Entity(name = "Guest")
	static class TripleGuest {

		@Id
		Long id;

		@ManyToOne
		TriplePlace place;

	}

	@Entity(name = "Animal")
	static class Animal {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "Cat")
	static class Cat extends Animal {

		Integer lives;

	}

	@Entity(name = "Dog")
	static class Dog extends Animal {

		@Column(unique = true)
		String chip;

	}

	@Entity(name = "Animal")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Joined {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "Cat")
	static class JoinedCat extends Joined {

		Integer lives;

	}

}
