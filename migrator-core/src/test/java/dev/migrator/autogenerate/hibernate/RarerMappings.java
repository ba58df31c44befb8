package dev.migrator.autogenerate.hibernate;

import java.net.URL;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities of the kinds of mappings in Hibernate's user guide that are met more rarely.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation", "JdkObsolete" })
final class RarerMappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(
			Map.entry("basic types that are rarer", List.of(Rare.class)),
			Map.entry("enumerations in each form", List.of(Formed.class)),
			Map.entry("natural ids of several columns", List.of(Citizen.class)),
			Map.entry("a key of a class", List.of(Seat.class)),
			Map.entry("a key that is an association", List.of(Hall.class, Row.class)),
			Map.entry("embeddables twice and in each other", List.of(Parcel.class, Country.class)),
			Map.entry("maps of each kind", List.of(Mapped.class, Country.class)),
			Map.entry("any", List.of(Remark.class, Country.class)),
			Map.entry("soft delete by time", List.of(Letter.class)), Map.entry("UUIDs by time", List.of(Token.class)),
			Map.entry("a view of a table", List.of(Country.class, CodedCountry.class)),
			Map.entry("JSON of lists", List.of(Basket.class)),
			Map.entry("JSON and arrays of values", List.of(Chest.class)));

	private RarerMappings() {
	}

	enum Size {

		SMALL("S"), LARGE("L");

		@EnumeratedValue
		final String code;

		Size(String code) {
			this.code = code;
		}

	}

	enum Level {

		LOW, HIGH

	}

	@Entity
	@Table(name = "rare")
	static class Rare {

		@Id
		Long id;

		@Temporal(TemporalType.DATE)
		@Column(name = "the_day")
		Date day;

		@Temporal(TemporalType.TIMESTAMP)
		Date moment;

		@Column(name = "the_year")
		Year year;

		@Column(name = "zone_offset")
		ZoneOffset offset;

		Currency currency;

		Locale locale;

		URL url;

		Class<?> type;

		@Nationalized
		String national;

		@JdbcTypeCode(SqlTypes.CHAR)
		@Column(length = 36)
		UUID text;

		@JdbcTypeCode(SqlTypes.TINYINT)
		Integer tiny;

		@Column(name = "\"order\"")
		Integer order;

	}

	@Entity
	@Table(name = "formed")
	static class Formed {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Level text;

		@Enumerated(EnumType.ORDINAL)
		Level ordinal;

		@Enumerated(EnumType.STRING)
		Size coded;

		@JdbcTypeCode(SqlTypes.INTEGER)
		Level number;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false, columnDefinition = "varchar(8) default 'LOW'")
		Level defined;

	}

	@Entity
	@Table(name = "citizen")
	static class Citizen {

		@Id
		@GeneratedValue
		Long id;

		@NaturalId
		String country;

		@NaturalId(mutable = true)
		String number;

	}

	record SeatId(int row, int place) {

	}

	@Entity
	@IdClass(SeatId.class)
	@Table(name = "seat")
	static class Seat {

		@Id
		@Column(name = "place_in_row")
		int row;

		@Id
		int place;

		String label;

	}

	@Entity
	@Table(name = "hall")
	static class Hall {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "hall_row")
	static class Row {

		@Id
		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		Hall hall;

		@Id
		int number;

	}

	@Entity
	@Table(name = "country")
	static class Country {

		@Id
		@Column(length = 2)
		String code;

	}

	@Embeddable
	static class Place {

		@Column(nullable = false, length = 50)
		String city;

		@ManyToOne
		Country country;

		@Embedded
		Point point;

	}

	@Embeddable
	static class Point {

		double x;

		double y;

	}

	@Entity
	@Table(name = "parcel")
	static class Parcel {

		@Id
		Long id;

		@Embedded
		Place origin;

		@Embedded
		@AttributeOverride(name = "city", column = @Column(name = "to_city", length = 60))
		@AttributeOverride(name = "point.x", column = @Column(name = "to_x"))
		@AttributeOverride(name = "point.y", column = @Column(name = "to_y"))
		@AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "to_country"))
		Place destination;

	}

	@Entity
	@Table(name = "mapped")
	static class Mapped {

		@Id
		Long id;

		@ElementCollection
		@CollectionTable(name = "mapped_price")
		@MapKeyColumn(name = "price_key", length = 20)
		@Column(name = "price")
		Map<String, Double> prices;

		@ElementCollection
		@CollectionTable(name = "mapped_level")
		@MapKeyEnumerated(EnumType.STRING)
		Map<Level, Point> points;

		@ElementCollection
		@CollectionTable(name = "mapped_country")
		@MapKeyJoinColumn(name = "country_code")
		Map<Country, Integer> counts;

		@ElementCollection
		@CollectionTable(name = "mapped_tag")
		@OrderColumn(name = "position")
		@Column(nullable = false, length = 30)
		List<String> tags;

	}

	@Entity
	@Table(name = "remark")
	static class Remark {

		@Id
		Long id;

		@Any
		@AnyKeyJavaClass(String.class)
		@AnyDiscriminatorValue(discriminator = "C", entity = Country.class)
		@Column(name = "subject_kind")
		@JoinColumn(name = "subject_id")
		Object subject;

	}

	@Entity
	@Table(name = "letter")
	@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
	static class Letter {

		@Id
		Long id;

		@ElementCollection
		@CollectionTable(name = "letter_page")
		@SoftDelete
		Set<String> pages;

	}

	@Entity
	@Table(name = "token")
	static class Token {

		@Id
		@UuidGenerator(style = UuidGenerator.Style.VERSION_7)
		UUID id;

	}

	@Entity
	@Table(name = "basket")
	static class Basket {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.JSON)
		List<Point> points;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, List<Integer>> numbers;

		UUID[] tokens;

		Level[] levels;

	}

	@Entity
	@Table(name = "chest")
	static class Chest {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, List<Integer>> numbers;

		UUID[] tokens;

		Level[] levels;

		List<String> names;

		int[] counts;

	}

	@Entity
	@View(query = "select c.code, lower(c.code) as small from country c where c.code in ('AT', 'CH') order by c.code")
	@Table(name = "coded_country")
	static class CodedCountry {

		@Id
		@Column(length = 2)
		String code;

		String small;

	}

}
