package dev.migrator;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.R2dbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.RandomSchemas;
import dev.migrator.test.SkipWithoutMysql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any schema is made, read back and compared over R2DBC as it is over JDBC.
 */
class R2dbcSchemaPropertyTests {

	@Property(tries = 25)
	void schemasInH2(@ForAll long seed) {
		check(Databases.h2(), Databases.h2(), SchemaFilter.ALL, seed);
	}

	@Property(tries = 10)
	void schemasInPostgresql(@ForAll long seed) {
		check(Databases.postgresql(), Databases.postgresql(), SchemaFilter.ALL, seed);
	}

	@Property(tries = 10)
	void schemasInMariadb(@ForAll long seed) {
		// Other schemas are other databases there.
		check(Databases.mariadb(), Databases.mariadb(), SchemaFilter.DEFAULT, seed);
	}

	@Property(tries = 5)
	@AddLifecycleHook(SkipWithoutMysql.class)
	void schemasInMysql(@ForAll long seed) {
		check(Databases.mysql(), Databases.mysql(), SchemaFilter.DEFAULT, seed);
	}

	private static void check(DataSource byJdbc, DataSource byR2dbc, SchemaFilter filter, long seed) {
		try (SqlSession jdbc = JdbcSession.open(byJdbc);
				SqlSession r2dbc = R2dbcSession.open(Databases.r2dbc(byR2dbc), null);
				SqlSession witness = JdbcSession.open(byR2dbc)) {
			Dialect dialect = Dialects.of(r2dbc.database());
			assertThat(dialect.name()).isEqualTo(Dialects.of(jdbc.database()).name());
			List<Operation> creation = RandomSchemas.creation(new RandomSchemas(dialect, seed).schema());
			run(creation, dialect, jdbc);
			run(creation, dialect, r2dbc);
			Schema made = dialect.reflect(filter, jdbc);
			assertThat(dialect.reflect(filter, witness)).isEqualTo(made);
			assertThat(dialect.reflect(filter, r2dbc)).isEqualTo(made);
			assertThat(changes(made, filter, dialect, r2dbc)).isEmpty();
			Schema other = new RandomSchemas(dialect, seed + 1).schema();
			assertThat(changes(other, filter, dialect, r2dbc)).isEqualTo(changes(other, filter, dialect, jdbc));
		}
	}

	private static List<Operation> changes(Schema target, SchemaFilter filter, Dialect dialect, SqlSession session) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS.withSchemas(filter), RenameDecision.NEVER)
			.compare(List.of(new FixedTarget(target)), dialect, session)
			.upgrade();
	}

	private static void run(List<Operation> operations, Dialect dialect, SqlSession session) {
		Operations op = new DialectTarget(dialect, session).operations();
		operations.forEach(op::apply);
		op.flush();
	}

}
