package dev.migrator.autogenerate.hibernate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.NullUnmarked;

/**
 * Entities with each kind of key, collection, association and inheritance of Hibernate's
 * user guide.
 */
@NullUnmarked
@SuppressWarnings({ "unused", "deprecation" })
final class RelationMappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.ofEntries(
			Map.entry("composite keys", List.of(Employment.class)), Map.entry("collections", List.of(Collecting.class)),
			Map.entry("one to many", List.of(Author.class, Book.class)),
			Map.entry("many to many", List.of(Student.class, Course.class)),
			Map.entry("one to one", List.of(Person.class, Passport.class)),
			Map.entry("a tree with actions", List.of(Node.class)),
			Map.entry("single table", List.of(Payment.class, CardPayment.class, CashPayment.class)),
			Map.entry("joined tables", List.of(Animal.class, Cat.class)),
			Map.entry("a table a class", List.of(Shape.class, Circle.class)),
			Map.entry("a mapped superclass", List.of(Audited.class)),
			Map.entry("a secondary table", List.of(Article.class)));

	private RelationMappings() {
	}

	@Entity
	static class WithoutKey {

		String name;

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
		List<TypeMappings.Address> addresses;

		@ElementCollection
		@CollectionTable(name = "counting", joinColumns = @JoinColumn(name = "owner_id"))
		Map<String, Integer> counts;

		@ElementCollection
		List<TypeMappings.Color> colors;

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

}
