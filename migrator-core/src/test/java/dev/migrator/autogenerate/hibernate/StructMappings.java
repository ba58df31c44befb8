package dev.migrator.autogenerate.hibernate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/**
 * Mappings of embeddables that are composite types, which PostgreSQL has.
 */
@NullUnmarked
@SuppressWarnings("unused")
final class StructMappings {

	/** The groups, by what they show. */
	static final Map<String, List<Class<?>>> GROUPS = Map.of("a struct", List.of(Person.class), "structs in structs",
			List.of(Shop.class), "lists of structs", List.of(Walk.class), "a struct whose attributes have an order",
			List.of(Ordered.class), "a struct that is a record", List.of(Priced.class), "a struct of a schema",
			List.of(Remote.class), "names of structs in quotes", List.of(Quoted.class));

	private StructMappings() {
	}

	enum Mood {

		SAD, HAPPY

	}

	@Entity
	@Table(name = "struct_person")
	static class Person {

		@Id
		Long id;

		FullName name;

		@Column(name = "second_name")
		FullName other;

	}

	@Embeddable
	@Struct(name = "full_name")
	static class FullName {

		@Column(name = "first_name", length = 40)
		String first;

		@Column(name = "last_name", nullable = false)
		String last;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		UUID token;

		Instant since;

		@Column(precision = 12, scale = 2)
		BigDecimal weight;

		byte[] picture;

		String[] nicknames;

		boolean known;

		@Column(columnDefinition = "smallint")
		int age;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> notes;

	}

	@Entity
	@Table(name = "struct_shop")
	static class Shop {

		@Id
		Long id;

		Address address;

	}

	@Embeddable
	@Struct(name = "shop_address")
	static class Address {

		String city;

		Place place;

		Inner inner;

	}

	@Embeddable
	static class Inner {

		String street;

		int number;

	}

	@Embeddable
	@Struct(name = "place")
	static class Place {

		double lat;

		double lng;

	}

	@Entity
	@Table(name = "walk")
	static class Walk {

		@Id
		Long id;

		List<Step> steps;

		Step[] others;

	}

	@Embeddable
	@Struct(name = "step")
	static class Step {

		int x;

		int y;

	}

	@Entity
	@Table(name = "ordered")
	static class Ordered {

		@Id
		Long id;

		InOrder inOrder;

	}

	@Embeddable
	@Struct(name = "in_order", attributes = { "z", "b_b", "a" })
	static class InOrder {

		String a;

		@Column(name = "b_b")
		String b;

		String z;

	}

	@Entity
	@Table(name = "priced")
	static class Priced {

		@Id
		Long id;

		Price price;

	}

	@Embeddable
	@Struct(name = "price")
	record Price(String currency, BigDecimal amount) {

	}

	@Entity
	@Table(name = "remote", schema = "shop")
	static class Remote {

		@Id
		Long id;

		Address2 address;

	}

	@Embeddable
	@Struct(name = "remote_address", schema = "shop")
	static class Address2 {

		String city;

	}

	@Entity
	@Table(name = "quoted")
	static class Quoted {

		@Id
		Long id;

		QuotedName name;

	}

	@Embeddable
	@Struct(name = "`The Name`")
	static class QuotedName {

		@Column(name = "`First Name`")
		String first;

	}

}
