package dev.migrator.autogenerate.scratch;

import java.util.List;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.OperationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views in another schema than the default one, where the database says what they mean.
 */
class ViewsOfSchemasTests {

	private static final TableName NAMED = new TableName("views_of_schemas", "named");

	private static final SchemaFilter SCHEMAS = SchemaFilter.defaultAnd(List.of("views_of_schemas"));

	private static Changes changes(LiveDatabase database, Schema target) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS.withSchemas(SCHEMAS), RenameDecision.NEVER)
			.compare(List.of(new FixedTarget(target)), database.dialect(), database.session());
	}

	private static Schema target(List<Table> tables, String query) {
		return new Schema(List.of("views_of_schemas"), tables, List.of(), List.of(), List.of(),
				List.of(new View(NAMED, query, false)), List.of(), List.of());
	}

	private static Table withAge(Table table) {
		return (table.name().schema() == null) ? table
				: new Table(table.name(),
						List.of(table.columns().get(0), table.columns().get(1), new Column("age", Types.integer())),
						table.constraints(), table.indexes(), null, List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "mariadb", "postgresql" })
	void aViewInOtherWordsIsNoDifference(String product) {
		try (LiveDatabase database = new LiveDatabase(product)) {
			database.execute("create schema views_of_schemas",
					"create table views_of_schemas.hero (id integer not null, team integer)",
					"create table team (id integer not null, name varchar(20))");
			try {
				List<Table> tables = database.dialect().reflect(SCHEMAS, database.session()).tables();
				String query = "SELECT h.id, upper(t.name)AS team from views_of_schemas.hero as h, team t "
						+ "where (t.id=h.team) and h.id in (1,2)";
				OperationRun.run(database.session(), changes(database, target(tables, query)).upgrade());
				assertThat(changes(database, target(tables, query)).upgrade()).isEmpty();
				List<Operation> replaced = changes(database, target(tables, query.replace("1,2", "1,3"))).upgrade();
				assertThat(replaced).hasOnlyElementsOfType(ReplaceObject.class).hasSize(1);
				OperationRun.run(database.session(), replaced);
				assertThat(changes(database, target(tables, query.replace("1,2", "1,3"))).upgrade()).isEmpty();
				List<Table> more = tables.stream().map(ViewsOfSchemasTests::withAge).toList();
				assertThat(changes(database, target(more, query.replace("1,2", "1,3"))).upgrade())
					.extracting((operation) -> operation.getClass().getSimpleName())
					.containsExactly(AddColumn.class.getSimpleName(), ReplaceObject.class.getSimpleName());
			}
			finally {
				database.execute((product.equals("mariadb")) ? "drop schema views_of_schemas"
						: "drop schema views_of_schemas cascade");
			}
		}
	}

	@Test
	void aViewMayNameOtherViewsOfItsSchema() {
		try (LiveDatabase database = new LiveDatabase("h2")) {
			database.execute("create schema views_of_schemas",
					"create table views_of_schemas.hero (id integer not null, team integer)",
					"create view views_of_schemas.b as select id, team from views_of_schemas.hero",
					"create view views_of_schemas.a as select id from views_of_schemas.b where team = 1");
			List<Table> tables = database.dialect().reflect(SCHEMAS, database.session()).tables();
			String query = "SELECT id from views_of_schemas.a where id<>3";
			OperationRun.run(database.session(), changes(database, target(tables, query)).upgrade());
			assertThat(changes(database, target(tables, query)).upgrade()).isEmpty();
			assertThat(changes(database, target(tables, query.replace("3", "4"))).upgrade()).hasSize(1);
		}
	}

	@Test
	void aViewOfTheDefaultSchemaMayNameTablesOfOthers() {
		try (LiveDatabase database = new LiveDatabase("h2")) {
			database.execute("create schema views_of_schemas",
					"create table views_of_schemas.hero (id integer not null, team integer)",
					"create table hero (id integer not null)");
			List<Table> tables = database.dialect().reflect(SCHEMAS, database.session()).tables();
			Schema target = new Schema(List.of("views_of_schemas"), tables, List.of(), List.of(), List.of(),
					List.of(new View(TableName.of("v"),
							"SELECT h.id from views_of_schemas.hero h,hero o where o.id=h.team", false)),
					List.of(), List.of());
			OperationRun.run(database.session(), changes(database, target).upgrade());
			assertThat(changes(database, target).upgrade()).isEmpty();
		}
	}

	@Test
	void aViewOfADatabaseThatSqliteHasAttachedIsReadThere() {
		try (LiveDatabase database = new LiveDatabase("sqlite")) {
			database.execute("attach ':memory:' as views_of_schemas",
					"create table views_of_schemas.hero (id integer not null, team integer)");
			List<Table> tables = database.dialect().reflect(SCHEMAS, database.session()).tables();
			String query = "select id from hero where team = 1 -- the first\n";
			OperationRun.run(database.session(), changes(database, target(tables, query)).upgrade());
			assertThat(changes(database, target(tables, query)).upgrade()).isEmpty();
			List<Operation> replaced = changes(database, target(tables, query.replace("1", "2"))).upgrade();
			assertThat(replaced).hasOnlyElementsOfType(ReplaceObject.class).hasSize(1);
			OperationRun.run(database.session(), replaced);
			assertThat(changes(database, target(tables, query.replace("1", "2"))).upgrade()).isEmpty();
		}
	}

}
