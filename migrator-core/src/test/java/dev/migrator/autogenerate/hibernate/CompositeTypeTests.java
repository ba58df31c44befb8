package dev.migrator.autogenerate.hibernate;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.OperationRun;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Embeddables that are composite types of PostgreSQL.
 */
class CompositeTypeTests {

	private static final List<Class<?>> ENTITIES = List.of(Shop.class);

	private static Changes changes(SqlSession session, Schema target) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER)
			.compare(List.of(new FixedTarget(target)), Dialects.of(session.database()), session);
	}

	@Test
	void oneThatIsMissingIsToldWithTheStatementThatCreatesItAndIsUsedThen() {
		HibernateBoot hibernate = new HibernateBoot("postgresql");
		DataSource database = Databases.postgresql();
		try (SqlSession session = JdbcSession.open(database)) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> hibernate.readFor(session, ENTITIES))
				.withMessageStartingWith("The entities want the composite type place, which the database does not have")
				.withMessageContaining("'create type place as (lat float(53), lng float(53))'")
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
			session.execute(SqlStatement.of("create type place as (lat float(53), lng float(53))"));
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> hibernate.readFor(session, ENTITIES))
				.withMessageContaining("address");
			session.execute(SqlStatement.of("create type shop_address as (city varchar(255), place place)"));
			Schema target = hibernate.readFor(session, ENTITIES);
			Changes changes = changes(session, target);
			OperationRun.run(session, changes.upgrade());
			hibernate.validate(ENTITIES, database);
			assertThat(changes(session, target).upgrade()).isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(changes(session, Schema.EMPTY).upgrade()).isEmpty();
		}
	}

	@Entity
	static class Shop {

		@Id
		long id;

		@Nullable Address address;

	}

	@Embeddable
	@Struct(name = "shop_address")
	static class Address {

		@Nullable String city;

		@Nullable Place place;

	}

	@Embeddable
	@Struct(name = "place")
	static class Place {

		double lat;

		double lng;

	}

}
