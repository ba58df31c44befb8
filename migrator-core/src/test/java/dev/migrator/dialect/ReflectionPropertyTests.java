package dev.migrator.dialect;

import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.RandomSchemas;
import dev.migrator.test.SkipWithoutMysql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operations made is reflected as what they said.
 */
class ReflectionPropertyTests {

	@Property(tries = 150)
	void aSchemaOfH2ReflectsToItself(@ForAll long seed) {
		assertReflect(seed, Databases::h2InPassing);
	}

	@Property(tries = 150)
	void aSchemaOfSqliteReflectsToItself(@ForAll long seed) {
		assertReflect(seed, Databases::sqliteInMemory);
	}

	@Property(tries = 30)
	void aSchemaOfPostgresqlReflectsToItself(@ForAll long seed) {
		assertReflect(seed, Databases::postgresql);
	}

	@Property(tries = 40)
	void aSchemaOfMariadbReflectsToItself(@ForAll long seed) {
		assertReflect(seed, Databases::mariadb);
	}

	@Property(tries = 40)
	@AddLifecycleHook(SkipWithoutMysql.class)
	void aSchemaOfMysqlReflectsToItself(@ForAll long seed) {
		assertReflect(seed, Databases::mysql);
	}

	private static void assertReflect(long seed, Supplier<DataSource> databases) {
		Schema changed;
		Dialect dialect;
		try (SqlSession session = JdbcSession.open(databases.get())) {
			dialect = Dialects.of(session.database());
			RandomSchemas schemas = new RandomSchemas(dialect, seed);
			Schema schema = schemas.schema();
			changed = schemas.changed(schema);
			assertReflects(schema, dialect, session);
		}
		try (SqlSession session = JdbcSession.open(databases.get())) {
			assertReflects(changed, dialect, session);
		}
	}

	private static void assertReflects(Schema schema, Dialect dialect, SqlSession session) {
		RandomSchemas.creation(schema).forEach((operation) -> dialect.render(operation).forEach(session::execute));
		// a server of MariaDB or MySQL has the schemas of other tests, too
		boolean shared = Set.of("mariadb", "mysql").contains(dialect.name());
		Schema reflected = dialect.reflect((shared) ? SchemaFilter.DEFAULT : SchemaFilter.ALL, session);
		// One by one, since a difference is easier to see.
		for (int i = 0; i < schema.tables().size(); i++) {
			assertThat(reflected.tables().get(i)).isEqualTo(schema.tables().get(i));
		}
		assertThat(reflected).isEqualTo(schema);
	}

}
