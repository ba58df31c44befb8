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
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities of each kind of mapping in Hibernate's user guide.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation" })
final class Mappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(Map.entry("basic types", List.of(Basic.class)),
			Map.entry("dates and times", List.of(Moment.class)), Map.entry("enumerations", List.of(Painted.class)),
			Map.entry("arrays and JSON", List.of(Document.class)), Map.entry("large objects", List.of(Large.class)),
			Map.entry("converters", List.of(Converted.class)), Map.entry("embeddables", List.of(Customer.class)),
			Map.entry("composite keys", List.of(Employment.class)), Map.entry("collections", List.of(Collecting.class)),
			Map.entry("one to many", List.of(Author.class, Book.class)),
			Map.entry("many to many", List.of(Student.class, Course.class)),
			Map.entry("one to one", List.of(Person.class, Passport.class)),
			Map.entry("a tree with actions", List.of(Node.class)),
			Map.entry("single table", List.of(Payment.class, CardPayment.class, CashPayment.class)),
			Map.entry("joined tables", List.of(Animal.class, Cat.class)),
			Map.entry("a table a class", List.of(Shape.class, Circle.class)),
			Map.entry("a mapped superclass", List.of(Audited.class)),
			Map.entry("a secondary table", List.of(Article.class)),
			Map.entry("soft delete and tenants", List.of(Ticket.class, Tenanted.class)),
			Map.entry("generators", List.of(Counted.class, Drawn.class, Tabled.class, Unique.class)),
			Map.entry("checks and indexes", List.of(Indexed.class)),
			Map.entry("bean validation", List.of(Validated.class)),
			Map.entry("defaults and computed columns", List.of(Computing.class)),
			Map.entry("column definitions", List.of(Defined.class)), Map.entry("quoted names", List.of(Quoted.class)),
			Map.entry("a schema of its own", List.of(Item.class, ItemUser.class)),
			Map.entry("a view", List.of(Adult.class)));

	private Mappings() {
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
	static class WithoutKey {

		String name;

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

	@Embeddable
	record EmploymentId(Long companyId, Long personId) {

	}

	@Entity
	@Table(name = "employment")
	static class Employment {

		@EmbeddedId
		EmploymentId id;

		String title;

	}

	@Entity
	@Table(name = "collecting")
	static class Collecting {

		@Id
		Long id;

		@ElementCollection
		Set<String> labels;

		@ElementCollection
		@OrderColumn
		List<Address> addresses;

		@ElementCollection
		@CollectionTable(name = "counting", joinColumns = @JoinColumn(name = "owner_id"))
		Map<String, Integer> counts;

		@ElementCollection
		List<Color> colors;

	}

	@Entity
	@Table(name = "author")
	static class Author {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@OneToMany(mappedBy = "author")
		List<Book> books;

		@OneToMany
		@JoinColumn(name = "editor_id")
		Set<Book> edited;

		@OneToMany
		List<Book> read;

	}

	@Entity
	@Table(name = "book")
	static class Book {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@NaturalId
		String isbn;

		@ManyToOne(optional = false)
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_book_author"))
		Author author;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Author translator;

	}

	@Entity
	@Table(name = "student")
	static class Student {

		@Id
		Long id;

		@ManyToMany
		Set<Course> courses;

		@ManyToMany
		List<Course> repeated;

	}

	@Entity
	@Table(name = "course")
	static class Course {

		@Id
		Long id;

		@ManyToMany(mappedBy = "courses")
		Set<Student> students;

	}

	@Entity
	@Table(name = "person")
	static class Person {

		@Id
		Long id;

		@OneToOne
		Passport passport;

	}

	@Entity
	@Table(name = "passport")
	static class Passport {

		@Id
		Long id;

		@OneToOne
		@MapsId
		Person owner;

	}

	@Entity
	@Table(name = "node")
	static class Node {

		@Id
		Long id;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		Node parent;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		Node next;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_node_first",
				foreignKeyDefinition = "foreign key (first_id) references node (id) on update cascade"))
		Node first;

	}

	@Entity
	@Table(name = "payment")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(name = "kind")
	static class Payment {

		@Id
		Long id;

		BigDecimal amount;

	}

	@Entity
	static class CardPayment extends Payment {

		@Column(nullable = false)
		String cardNumber;

	}

	@Entity
	static class CashPayment extends Payment {

		Integer coins;

	}

	@Entity
	@Table(name = "animal")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Animal {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		String name;

	}

	@Entity
	@Table(name = "cat")
	static class Cat extends Animal {

		@Column(nullable = false)
		String breed;

	}

	@Entity
	@Table(name = "shape")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	static class Shape {

		@Id
		@GeneratedValue
		Integer id;

		@Column(unique = true)
		String label;

		@ManyToOne
		Shape inside;

	}

	@Entity
	@Table(name = "circle")
	static class Circle extends Shape {

		double radius;

	}

	@MappedSuperclass
	abstract static class Auditable {

		@Id
		UUID id;

		Instant createdAt;

	}

	@Entity
	@Table(name = "audited")
	static class Audited extends Auditable {

		String zebra;

		String apple;

	}

	@Entity
	@Table(name = "article")
	@SecondaryTable(name = "article_text")
	static class Article {

		@Id
		Long id;

		String title;

		@Column(table = "article_text", nullable = false)
		String body;

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
