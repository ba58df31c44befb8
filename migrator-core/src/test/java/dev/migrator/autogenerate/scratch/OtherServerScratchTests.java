package dev.migrator.autogenerate.scratch;

import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.Operations;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database where nobody may create a scratch schema, and another one that stands in.
 */
class OtherServerScratchTests {

	private static void heroes(Operations op) {
		op.createTable("hero", (t) -> {
			t.column("id", Types.integer()).primaryKey();
			t.column("name", Types.varchar(20)).defaultExpression("upper('x')");
			t.check("name in ('a', 'b') and id between 1 and 5");
		});
	}

	private static Changes changes(LiveDatabase database, TargetSource target, LiveDatabase scratch) {
		return changes(database, target, ComparisonSettings.DEFAULTS.withScratchServer(server(scratch)));
	}

	private static Changes changes(LiveDatabase database, TargetSource target, ComparisonSettings settings) {
		return new DatabaseComparison(settings, RenameDecision.NEVER).compare(List.of(target), database.dialect(),
				database.session());
	}

	private static SessionFactory server(LiveDatabase scratch) {
		DataSource place = scratch.dataSource();
		return () -> JdbcSession.open(place);
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mariadb", "mysql" })
	void whatIsMeantIsAskedThere(String product) {
		try (LiveDatabase database = new LiveDatabase(product); LiveDatabase scratch = new LiveDatabase(product)) {
			database.run(OtherServerScratchTests::heroes);
			scratch.execute("create table hero (other integer)");
			if (database.isPostgresql()) {
				database.execute("create role without_schemas", "grant usage on schema public to without_schemas",
						"set role without_schemas");
			}
			FixedTarget target = new FixedTarget(DeclaredSchema.of(OtherServerScratchTests::heroes));
			if (database.isPostgresql()) {
				// Where nobody can be asked, rules decide, which know the check by its
				// text.
				assertThat(changes(database, target, ComparisonSettings.DEFAULTS).upgrade())
					.hasAtLeastOneElementOfType(DropConstraint.class);
			}
			assertThat(changes(database, target, scratch).upgrade()).isEmpty();
			assertThat(changes(database,
					new SqlFileTarget("schema.sql",
							"create table hero (id integer primary key, name varchar(20) default (upper('x')), "
									+ "check (name in ('a', 'b') and id between 1 and 5))",
							server(scratch)),
					scratch)
				.upgrade()).isEmpty();
			assertThat(scratch.dialect().reflect(SchemaFilter.DEFAULT, scratch.session()).tables()).singleElement()
				.satisfies((table) -> assertThat(table.columns()).extracting("name").containsExactly("other"));
			if (database.isPostgresql()) {
				database.execute("reset role", "drop owned by without_schemas", "drop role without_schemas");
			}
		}
	}

	@Test
	void viewsOfOtherSchemasAreReadThere() {
		try (LiveDatabase database = new LiveDatabase("postgresql");
				LiveDatabase scratch = new LiveDatabase("postgresql")) {
			Consumer<Operations> views = (op) -> {
				op.createSchema("app");
				op.createTable("app.hero", (t) -> t.column("id", Types.integer()).primaryKey());
				op.createView("app.heroes", "select id from app.hero where id in (1, 2)");
				op.createView("heroes", "select * from app.hero");
			};
			database.run(views);
			assertThat(changes(database, new FixedTarget(DeclaredSchema.of(views)), scratch).upgrade()).isEmpty();
			assertThat(scratch.dialect().reflect(SchemaFilter.ALL, scratch.session()).schemas()).isEmpty();
		}
	}

	@Test
	void aServerOfAnotherKindIsRefused() {
		try (LiveDatabase database = new LiveDatabase("postgresql"); LiveDatabase scratch = new LiveDatabase("h2")) {
			database.run(OtherServerScratchTests::heroes);
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> changes(database, new FixedTarget(DeclaredSchema.of(OtherServerScratchTests::heroes)),
						scratch))
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION))
				.withMessageContaining("The database is PostgreSQL, and the scratch server is H2.");
		}
	}

}
