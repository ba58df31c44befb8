package dev.migrator.dialect;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.RandomSchemas;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operations made is reflected as what they said.
 */
class ReflectionPropertyTests {

	@Property(tries = 150)
	void aSchemaOfH2ReflectsToItself(@ForAll long seed) {
		reflects(Databases.h2(), seed, "drop all objects");
	}

	@Property(tries = 150)
	void aSchemaOfSqliteReflectsToItself(@ForAll long seed) {
		reflects(Databases.sqliteInMemory(), seed);
	}

	@Property(tries = 40)
	void aSchemaOfPostgresqlReflectsToItself(@ForAll long seed) {
		reflects(Databases.postgresql(), seed);
	}

	private static void reflects(DataSource database, long seed, String... after) {
		try (SqlSession session = JdbcSession.open(database)) {
			Dialect dialect = Dialects.of(session.database());
			Schema schema = new RandomSchemas(dialect, seed).schema();
			List<Operation> operations = RandomSchemas.creation(schema);
			operations.forEach((operation) -> dialect.render(operation).forEach(session::execute));
			Schema reflected = dialect.reflect(SchemaFilter.ALL, session);
			assertThat(reflected.schemas()).isEqualTo(schema.schemas());
			assertThat(reflected.sequences()).isEqualTo(schema.sequences());
			for (int i = 0; i < schema.tables().size(); i++) {
				assertThat(reflected.tables().get(i)).isEqualTo(schema.tables().get(i));
			}
			assertThat(reflected).isEqualTo(schema);
			for (String sql : after) {
				session.execute(SqlStatement.of(sql));
			}
		}
	}

}
