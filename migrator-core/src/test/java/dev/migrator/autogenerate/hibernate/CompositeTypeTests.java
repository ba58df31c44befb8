package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.OperationRun;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.MappingException;
import org.hibernate.annotations.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Embeddables that are composite types of PostgreSQL, with values of theirs.
 */
class CompositeTypeTests {

	private final HibernateBoot hibernate = new HibernateBoot("postgresql");

	private final DataSource database = Databases.postgresql();

	private Changes changes(SqlSession session, Class<?> entity) {
		return changes(session, entity, RenameDecision.NEVER);
	}

	private Changes changes(SqlSession session, Class<?> entity, RenameDecision decision) {
		Schema target = this.hibernate.readFor(session, List.of(entity));
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, decision).compare(List.of(new FixedTarget(target)),
				Dialects.of(session.database()), session);
	}

	private Changes upgrade(SqlSession session, Class<?> entity) {
		Changes changes = changes(session, entity);
		OperationRun.run(session, changes.upgrade());
		this.hibernate.validate(List.of(entity), this.database);
		assertThat(changes(session, entity).upgrade()).isEmpty();
		return changes;
	}

	@Test
	void whatWasStoredIsReadByTheNamesOfItsAttributesAfterEachChange() {
		try (SqlSession session = JdbcSession.open(this.database)) {
			Changes first = upgrade(session, Shop.class);
			assertThat(first.upgrade()).extracting(Object::getClass)
				.containsExactly(CreateCompositeType.class, CreateCompositeType.class, CreateTable.class);
			this.hibernate.use(List.of(Shop.class), this.database, (em) -> {
				em.persist(new Shop(1, new Address("Vienna", new Place(48.2, 16.4))));
				em.persist(new Shop(2, new Address(null, new Place(0, 0))));
				em.persist(new Shop(3, null));
			});
			// Hibernate has numbers before text, and so there is one that comes between.
			Changes second = upgrade(session, ShopWithNumber.class);
			assertThat(second.upgrade()).extracting(Object::getClass)
				.containsExactly(RenameCompositeType.class, CreateCompositeType.class, AlterColumn.class,
						DropCompositeType.class);
			assertThat(second.downgrade()).extracting(Object::getClass).containsExactly(DropAttribute.class);
			Map<Long, String> read = new TreeMap<>();
			this.hibernate.use(List.of(ShopWithNumber.class), this.database,
					(em) -> em.createQuery("from ShopWithNumber", ShopWithNumber.class)
						.getResultList()
						.forEach((shop) -> read.put(shop.id, String.valueOf(shop.address))));
			assertThat(read).containsExactly(Map.entry(1L, "null Vienna 48.2/16.4"), Map.entry(2L, "null null 0.0/0.0"),
					Map.entry(3L, "null"));
			assertThat(session
				.query(SqlStatement.of("select id, address is distinct from null as there from shop order by id")))
				.extracting((row) -> row.bool("there"))
				.containsExactly(true, true, false);
			OperationRun.run(session, second.downgrade());
			assertThat(changes(session, Shop.class).upgrade()).isEmpty();
			this.hibernate.use(List.of(Shop.class), this.database,
					(em) -> assertThat(em.find(Shop.class, 1L).address).hasToString("Vienna 48.2/16.4"));
			OperationRun.run(session, first.downgrade());
			assertThat(Dialects.of(session.database()).reflect(SchemaFilter.DEFAULT, session)).isEqualTo(Schema.EMPTY);
		}
	}

	@Test
	void anAttributeThatComesLastIsAdded() {
		try (SqlSession session = JdbcSession.open(this.database)) {
			upgrade(session, Shop.class);
			assertThat(upgrade(session, ShopWithOrder.class).upgrade()).singleElement()
				.isInstanceOf(AddAttribute.class);
		}
	}

	@Test
	void anAttributeThatIsRenamedKeepsItsValuesWhereverItStandsThen() {
		try (SqlSession session = JdbcSession.open(this.database)) {
			upgrade(session, Shop.class);
			this.hibernate.use(List.of(Shop.class), this.database,
					(em) -> em.persist(new Shop(1, new Address("Vienna", new Place(48.2, 16.4)))));
			assertThat(changes(session, ShopWithTown.class).candidates()).extracting(RenameCandidate::option)
				.containsExactly("shop_address.city:town");
			Changes changes = changes(session, ShopWithTown.class, (candidate) -> true);
			assertThat(changes.remarks()).isEmpty();
			OperationRun.run(session, changes.upgrade());
			this.hibernate.validate(List.of(ShopWithTown.class), this.database);
			this.hibernate.use(List.of(ShopWithTown.class), this.database,
					(em) -> assertThat(String.valueOf(em.find(ShopWithTown.class, 1L).address))
						.isEqualTo("Vienna 48.2/16.4"));
			assertThat(changes(session, ShopWithTown.class).upgrade()).isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(changes(session, Shop.class).upgrade()).isEmpty();
			this.hibernate.use(List.of(Shop.class), this.database,
					(em) -> assertThat(em.find(Shop.class, 1L).address).hasToString("Vienna 48.2/16.4"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "mariadb", "mysql", "sqlite" })
	void hibernateItselfRefusesThemElsewhere(String other) {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new HibernateBoot(other).read(List.of(Shop.class), null))
			.withMessage("Database does not support user-defined types (remove '@Struct' annotation)");
	}

	@Entity
	@Table(name = "shop")
	static class Shop {

		@Id
		long id;

		@Nullable Address address;

		Shop() {
		}

		Shop(long id, @Nullable Address address) {
			this.id = id;
			this.address = address;
		}

	}

	@Embeddable
	@Struct(name = "shop_address")
	static class Address {

		@Nullable String city;

		@Nullable Place place;

		Address() {
		}

		Address(@Nullable String city, @Nullable Place place) {
			this.city = city;
			this.place = place;
		}

		@Override
		public String toString() {
			return this.city + " " + this.place;
		}

	}

	@Embeddable
	@Struct(name = "place")
	static class Place {

		double lat;

		double lng;

		Place() {
		}

		Place(double lat, double lng) {
			this.lat = lat;
			this.lng = lng;
		}

		@Override
		public String toString() {
			return this.lat + "/" + this.lng;
		}

	}

	@Entity(name = "ShopWithNumber")
	@Table(name = "shop")
	static class ShopWithNumber {

		@Id
		long id;

		@Nullable AddressWithNumber address;

	}

	@Embeddable
	@Struct(name = "shop_address")
	static class AddressWithNumber {

		@Nullable String city;

		@Nullable Integer number;

		@Nullable Place place;

		@Override
		public String toString() {
			return this.number + " " + this.city + " " + this.place;
		}

	}

	@Entity
	@Table(name = "shop")
	static class ShopWithOrder {

		@Id
		long id;

		@Nullable AddressWithOrder address;

	}

	@Embeddable
	@Struct(name = "shop_address", attributes = { "city", "place", "number" })
	static class AddressWithOrder {

		@Nullable String city;

		@Nullable Integer number;

		@Nullable Place place;

	}

	@Entity(name = "ShopWithTown")
	@Table(name = "shop")
	static class ShopWithTown {

		@Id
		long id;

		@Nullable AddressWithTown address;

	}

	@Embeddable
	@Struct(name = "shop_address")
	static class AddressWithTown {

		@Nullable Place place;

		@Nullable String town;

		@Override
		public String toString() {
			return this.town + " " + this.place;
		}

	}

}
