package dev.migrator.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures how long it takes to compare a PostgreSQL with what an application wants,
 * reading the database included: equal, with every twentieth table changed, and from
 * nothing; 1,000 and 10,000 tables of 10 columns, an index and a foreign key each; and
 * 1,000 tables in a chain of foreign keys. Connecting is not counted.
 */
class ComparisonBenchmark {

	private static final int PROCESSES = 5;

	private static final int ROUNDS = 5;

	private static final int ALL = -1;

	@Test
	void compareAThousandTables() throws IOException, InterruptedException {
		measure("1000 tables", 1000, false, PROCESSES);
	}

	@Test
	void compareAChainOfAThousandForeignKeys() throws IOException, InterruptedException {
		measure("a chain of 1000", 1000, true, 1);
	}

	@Test
	void compareTenThousandTables() throws IOException, InterruptedException {
		measure("10000 tables", 10_000, false, 1);
	}

	private static void measure(String what, int tables, boolean chain, int processes)
			throws IOException, InterruptedException {
		PGSimpleDataSource database = (PGSimpleDataSource) Databases.postgresql();
		Schema schema = schema(tables, chain);
		try (SqlSession session = JdbcSession.open(database)) {
			Comparing comparing = new Comparing(Dialects.of(session.database()), session);
			print(what + ", from nothing", List.of(comparing.fastest(schema, ALL)));
			comparing.fill(schema);
		}
		List<String[]> figures = new ArrayList<>();
		for (int i = 0; i < processes; i++) {
			figures.add(FreshProcess.run(OneProcess.class, database.getUrl(), String.valueOf(database.getUser()),
					String.valueOf(tables), String.valueOf(chain)));
		}
		List<String> names = List.of("equal, first time in a JVM", "equal", "every twentieth changed", "to nothing");
		for (int i = 0; i < names.size(); i++) {
			int column = i;
			print(what + ", " + names.get(i), figures.stream().map((line) -> Long.valueOf(line[column])).toList());
		}
	}

	@SuppressWarnings("SystemOut")
	private static void print(String what, List<Long> times) {
		System.out.printf("compare %s: median %d ms of %s%n", what,
				times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow(), times);
	}

	private static Schema schema(int tables, boolean chain) {
		return new Schema(List.of(),
				IntStream.range(0, tables).mapToObj((i) -> table(i, (chain) ? Math.max(i - 1, 0) : i / 2)).toList(),
				List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	private static Table table(int number, int referenced) {
		List<Column> columns = new ArrayList<>(List.of(new Column("id", Types.bigint()).withNullable(false)));
		List<ColumnType> types = List.of(Types.integer(), Types.varchar(80), Types.bool(), Types.numeric(10, 2));
		for (int i = 1; i < 9; i++) {
			columns.add(new Column("c" + i, types.get(i % types.size())).withNullable(i % 2 == 0));
		}
		columns.add(new Column("ref", Types.bigint()));
		String name = "t" + number;
		return new Table(TableName.of(name), columns,
				List.of(new Constraint.PrimaryKey(null, List.of("id")),
						new Constraint.ForeignKey("fk_" + name, List.of("ref"), TableName.of("t" + referenced),
								List.of("id"), null, null)),
				List.of(new Index("ix_" + name, List.of(new Index.IndexColumn("c1", false, false)), false, null)),
				null);
	}

	private static Schema changed(Schema schema) {
		List<Table> tables = IntStream.range(0, schema.tables().size())
			.mapToObj((i) -> (i % 20 == 0) ? longer(schema.tables().get(i)) : schema.tables().get(i))
			.toList();
		return new Schema(List.of(), tables, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	private static Table longer(Table table) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> (column.name().equals("c5")) ? new Column("c5", Types.varchar(90)).withNullable(false)
					: column)
			.toList();
		return new Table(table.name(), columns, table.constraints(), table.indexes(), null);
	}

	/**
	 * A database that is compared.
	 *
	 * @param dialect what it speaks
	 * @param session where it is
	 */
	private record Comparing(Dialect dialect, SqlSession session) {

		void fill(Schema schema) {
			for (Operation operation : changes(schema).upgrade()) {
				this.dialect.render(operation).forEach(this.session::execute);
			}
			this.session.execute(SqlStatement.of("analyze"));
		}

		private Changes changes(Schema target) {
			return new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER)
				.compare(List.of(new FixedTarget(target)), this.dialect, this.session);
		}

		long fastest(Schema target, int expected) {
			return IntStream.range(0, ROUNDS).mapToLong((i) -> compare(target, expected)).min().orElseThrow();
		}

		long compare(Schema target, int expected) {
			long start = System.nanoTime();
			Changes changes = changes(target);
			long millis = (System.nanoTime() - start) / 1_000_000;
			int found = changes.upgrade().size();
			if ((expected == ALL) ? found == 0 : found != expected) {
				throw new IllegalStateException("%d operations were found, not %d".formatted(found, expected));
			}
			return millis;
		}

	}

	/** What is measured, in a process of its own. */
	static final class OneProcess {

		private OneProcess() {
		}

		@SuppressWarnings("SystemOut")
		public static void main(String[] args) {
			PGSimpleDataSource database = new PGSimpleDataSource();
			database.setUrl(args[0]);
			database.setUser(args[1]);
			int tables = Integer.parseInt(args[2]);
			Schema schema = schema(tables, Boolean.parseBoolean(args[3]));
			try (SqlSession session = JdbcSession.open(database)) {
				Comparing comparing = new Comparing(Dialects.of(session.database()), session);
				long first = comparing.compare(schema, 0);
				long equal = comparing.fastest(schema, 0);
				long changed = comparing.fastest(changed(schema), tables / 20);
				long gone = comparing.fastest(Schema.EMPTY, ALL);
				System.out.printf("%d %d %d %d%n", first, equal, changed, gone);
			}
		}

	}

}
