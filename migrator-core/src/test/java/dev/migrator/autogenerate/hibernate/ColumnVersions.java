package dev.migrator.autogenerate.hibernate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities as they are, and with other columns: those of one name are versions of each
 * other.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation" })
final class ColumnVersions {

	private ColumnVersions() {
	}

	enum Three {

		RED, GREEN, BLUE

	}

	enum Four {

		RED, GREEN, BLUE, PINK

	}

	@Entity(name = "Hero")
	static class Colored {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.VARCHAR)
		@Column(length = 10)
		Three color;

		@Enumerated
		Three number;

		@Enumerated(EnumType.STRING)
		Three word;

	}

	@Entity(name = "Hero")
	static class MoreColored {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.VARCHAR)
		@Column(length = 10)
		Four color;

		@Enumerated
		Four number;

		@Enumerated(EnumType.STRING)
		Four word;

	}

	@Entity(name = "Hero")
	static class OtherwiseColored {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.VARCHAR)
		@Column(length = 10)
		Three color;

		@Enumerated(EnumType.STRING)
		Three number;

		@Enumerated
		Three word;

	}

	@Entity(name = "Hero")
	static class Tinted {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.VARCHAR)
		@Column(length = 10)
		Three tint;

		@Enumerated
		Three number;

		@Enumerated(EnumType.STRING)
		Three word;

	}

	@Entity(name = "Hero")
	static class Narrow {

		@Id
		Long id;

		Integer counted;

		Integer price;

		@Column(length = 20)
		String name;

		LocalDate born;

		@Column(length = 20)
		byte[] bytes;

		Boolean agreed;

		float size;

	}

	@Entity(name = "Hero")
	static class Wide {

		@Id
		Long id;

		Long counted;

		BigDecimal price;

		@Column(length = 400)
		String name;

		LocalDateTime born;

		@Column(length = 400)
		byte[] bytes;

		Boolean agreed;

		double size;

	}

	@Entity(name = "Hero")
	static class Worded {

		@Id
		Long id;

		@Column(length = 10)
		String counted;

		String price;

		@Column(length = 20)
		String name;

		String born;

		@Column(length = 20)
		byte[] bytes;

		@Convert(converter = YesNoConverter.class)
		Boolean agreed;

		float size;

	}

	@Entity(name = "Hero")
	static class Plain {

		@Id
		Long id;

		String text;

		byte[] bytes;

		Plain() {
		}

		Plain(Long id, String text, byte[] bytes) {
			this.id = id;
			this.text = text;
			this.bytes = bytes;
		}

	}

	@Entity(name = "Hero")
	static class Large {

		@Id
		Long id;

		@Lob
		String text;

		@Lob
		byte[] bytes;

	}

	@Entity(name = "Hero")
	@SoftDelete
	static class Versioned {

		@Id
		Long id;

		@Column(nullable = false)
		String text;

		byte[] bytes;

		@Version
		int version;

		Instant createdAt;

	}

	@Entity(name = "Hero")
	static class Counted {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		String name;

	}

	@Entity(name = "Hero")
	static class Drawn {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Integer id;

		String name;

	}

	@Entity(name = "Hero")
	static class DrawnByName {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "hero")
		@SequenceGenerator(name = "hero", sequenceName = "hero_id_seq", allocationSize = 1)
		Integer id;

		String name;

	}

	@Entity(name = "Hero")
	static class DrawnInAdvance {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "hero")
		@SequenceGenerator(name = "hero", sequenceName = "hero_id_seq", allocationSize = 50)
		Integer id;

		String name;

	}

	@Entity(name = "Hero")
	static class Unique {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

		String name;

	}

	@Entity(name = "Hero")
	static class Computing {

		@Id
		Long id;

		int number;

		String name;

		@GeneratedColumn("number * 2")
		Integer twice;

		@GeneratedColumn("lower(name)")
		String low;

	}

	@Entity(name = "Hero")
	static class Computed {

		@Id
		Long id;

		int number;

		@Column(length = 300)
		String name;

		@GeneratedColumn("number * 3")
		Integer twice;

		String low;

	}

	@Entity(name = "Hero")
	@Check(name = "ck_size", constraints = "size > 1")
	static class Checked {

		@Id
		Long id;

		int size;

		@Check(constraints = "power > 1")
		int power;

	}

	@Entity(name = "Hero")
	@Check(name = "ck_size", constraints = "size > 2")
	static class CheckedMore {

		@Id
		Long id;

		int size;

		@Check(constraints = "power > 2")
		int power;

	}

}
