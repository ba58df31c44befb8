package dev.migrator.autogenerate.hibernate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities with each kind of type of Hibernate's user guide.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation" })
final class TypeMappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(Map.entry("basic types", List.of(Basic.class)),
			Map.entry("dates and times", List.of(Moment.class)), Map.entry("enumerations", List.of(Painted.class)),
			Map.entry("arrays and JSON", List.of(Document.class)), Map.entry("large objects", List.of(Large.class)),
			Map.entry("converters", List.of(Converted.class)), Map.entry("embeddables", List.of(Customer.class)));

	private TypeMappings() {
	}

	enum Color {

		RED, GREEN, BLUE

	}

	@Entity
	@Table(name = "basic")
	static class Basic {

		@Id
		Long id;

		String name;

		@Column(nullable = false, length = 40)
		String code;

		boolean active;

		Boolean maybe;

		byte tiny;

		short small;

		int number;

		long large;

		float single;

		double twice;

		char letter;

		BigDecimal amount;

		@Column(precision = 10, scale = 3)
		BigDecimal exact;

		BigInteger huge;

		byte[] bytes;

		UUID uuid;

		@Version
		int version;

	}

	@Entity
	@Table(name = "moment")
	static class Moment {

		@Id
		Long id;

		LocalDate date;

		LocalTime clock;

		LocalDateTime local;

		Instant instant;

		OffsetDateTime shifted;

		ZonedDateTime zoned;

		Duration duration;

		@Column(secondPrecision = 3)
		Instant precise;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		OffsetDateTime saved;

	}

	@Entity
	@Table(name = "painted")
	static class Painted {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Color text;

		@Enumerated
		Color ordinal;

		@Enumerated(EnumType.STRING)
		@Column(length = 12)
		@JdbcTypeCode(SqlTypes.VARCHAR)
		Color word;

	}

	@Entity
	@Table(name = "named")
	static class Named {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Color color;

	}

	@Entity
	@Table(name = "document")
	static class Document {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> content;

		@Embedded
		@JdbcTypeCode(SqlTypes.JSON)
		Price price;

		String[] tags;

		@Array(length = 5)
		Integer[] numbers;

		List<Color> colors;

	}

	@Embeddable
	static class Price {

		BigDecimal amount;

		@Column(nullable = false)
		String currency;

	}

	@Entity
	@Table(name = "large")
	static class Large {

		@Id
		Long id;

		@Lob
		String text;

		@Lob
		byte[] bytes;

		@Column(length = 40000)
		String longer;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String longest;

	}

	@Converter
	static class OnOff implements AttributeConverter<Boolean, String> {

		@Override
		public String convertToDatabaseColumn(Boolean attribute) {
			return (attribute == null) ? null : attribute ? "on" : "off";
		}

		@Override
		public Boolean convertToEntityAttribute(String column) {
			return (column == null) ? null : column.equals("on");
		}

	}

	@Entity
	@Table(name = "converted")
	static class Converted {

		@Id
		Long id;

		@Convert(converter = YesNoConverter.class)
		Boolean agreed;

		@Convert(converter = OnOff.class)
		@Column(length = 3)
		Boolean lit;

	}

	@Embeddable
	static class Address {

		String street;

		@Column(nullable = false)
		String city;

	}

	@Entity
	@Table(name = "customer")
	static class Customer {

		@Id
		Long id;

		String name;

		@Embedded
		Address address;

		Integer age;

	}

}
