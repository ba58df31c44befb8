package dev.migrator.autogenerate.hibernate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities whose mappings in Hibernate's user guide are about their tables: generators,
 * constraints, names.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation" })
final class TableMappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(
			Map.entry("soft delete and tenants", List.of(Ticket.class, Tenanted.class)),
			Map.entry("generators", List.of(Counted.class, Drawn.class, Tabled.class, Unique.class)),
			Map.entry("checks and indexes", List.of(Indexed.class)),
			Map.entry("bean validation", List.of(Validated.class)),
			Map.entry("defaults and computed columns", List.of(Computing.class)),
			Map.entry("column definitions", List.of(Defined.class)), Map.entry("quoted names", List.of(Quoted.class)),
			Map.entry("a schema of its own", List.of(Item.class, ItemUser.class)),
			Map.entry("a view", List.of(Adult.class)));

	private TableMappings() {
	}

	@Entity
	@Table(name = "commented", comment = "it's")
	static class Commented {

		@Id
		Long id;

		@Column(comment = "what it's called")
		String name;

	}

	@Entity
	@Table(name = "twice_unique",
			uniqueConstraints = @UniqueConstraint(name = "uq_twice_unique_code", columnNames = "code"))
	static class TwiceUnique {

		@Id
		Long id;

		@Column(unique = true)
		String code;

	}

	@Entity
	@Table(name = "ticket")
	@SoftDelete(strategy = SoftDeleteType.ACTIVE)
	static class Ticket {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "tenanted")
	static class Tenanted {

		@Id
		Long id;

		@TenantId
		String tenant;

	}

	@Entity
	@Table(name = "counted")
	static class Counted {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	@Entity
	@Table(name = "drawn")
	static class Drawn {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "drawn")
		@SequenceGenerator(name = "drawn", sequenceName = "number_seq", initialValue = 5, allocationSize = 10)
		Long id;

	}

	@Entity
	@Table(name = "tabled")
	static class Tabled {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "tabled")
		@TableGenerator(name = "tabled", table = "numbers")
		Long id;

	}

	@Entity
	@Table(name = "unique_id")
	static class Unique {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

	}

	@Entity
	@Table(name = "indexed", comment = "things",
			indexes = { @Index(name = "ix_indexed_name", columnList = "name desc, size"),
					@Index(columnList = "size, name"), @Index(columnList = "code", unique = true) },
			uniqueConstraints = { @UniqueConstraint(columnNames = { "name", "size" }),
					@UniqueConstraint(name = "uq_indexed_level", columnNames = { "level", "code" }) },
			check = @CheckConstraint(name = "ck_indexed_size", constraint = "size > 0"))
	@Check(constraints = "name <> ''")
	static class Indexed {

		@Id
		Long id;

		@Column(comment = "its name")
		String name;

		@Column(unique = true)
		int size;

		@Column(check = @CheckConstraint(name = "ck_indexed_code", constraint = "code <> 'x'"))
		String code;

		@Check(constraints = "level > 1")
		int level;

		@Formula("size + 1")
		int more;

	}

	@Entity
	@Table(name = "validated")
	static class Validated {

		@Id
		Long id;

		@NotNull
		@Size(max = 17)
		String name;

		@NotBlank
		String text;

		@Min(3)
		@Max(9)
		int grade;

		@Digits(integer = 5, fraction = 2)
		BigDecimal price;

	}

	@Entity
	@Table(name = "computing")
	static class Computing {

		@Id
		Long id;

		@ColumnDefault("42")
		int number;

		@ColumnDefault("'it''s'")
		String text;

		@ColumnDefault("true")
		boolean enabled;

		@ColumnDefault("current_timestamp")
		Instant created;

		@GeneratedColumn("number * 2")
		Integer doubled;

	}

	@Entity
	@Table(name = "defined")
	static class Defined {

		@Id
		Long id;

		@Column(columnDefinition = "varchar(30) default 'a b' not null")
		String text;

		@Column(columnDefinition = "numeric(5, 1)")
		BigDecimal number;

		@Column(columnDefinition = "integer default (1 + 1)")
		Integer sum;

	}

	@Entity
	@Table(name = "`Quoted Table`")
	static class Quoted {

		@Id
		Long id;

		@Column(name = "`Some Name`")
		String name;

		@Column(name = "CamelCase")
		String folded;

	}

	@Entity
	@Table(name = "item", schema = "shop")
	static class Item {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

	}

	@Entity
	@Table(name = "item_user")
	static class ItemUser {

		@Id
		Long id;

		@ManyToOne
		Item item;

	}

	@Entity
	@View(query = "select 1234567890123 as id")
	@Table(name = "adult")
	static class Adult {

		@Id
		Long id;

	}

}
