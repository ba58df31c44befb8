package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.LiveDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a schema with rows to any that takes these rows, and back: no value is lost but
 * where the comparison said so.
 */
class RowsStairwayPropertyTests {

	private static final List<ColumnType> TYPES = List.of(Types.smallint(), Types.integer(), Types.varchar(20),
			Types.bool(), Types.date(), Types.numeric(10, 2));

	private static final Map<ColumnType, ColumnType> WIDER = Map.of(Types.smallint(), Types.integer(), Types.integer(),
			Types.bigint(), Types.varchar(20), Types.varchar(40));

	private static final Map<ColumnType, String> VALUES = Map.of(Types.smallint(), "%d", Types.integer(), "1000%d",
			Types.varchar(20), "'it''s %d'", Types.bool(), "true", Types.date(), "date '2026-01-0%d'",
			Types.numeric(10, 2), "%d.25");

	private static final int ROWS = 4;

	private final Set<String> renames = new TreeSet<>();

	private final Set<String> lost = new TreeSet<>();

	private final Map<String, Map<String, String>> left = new TreeMap<>();

	@Property(tries = 60)
	void inH2(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("h2")) {
			check(database, new Random(seed));
		}
	}

	@Property(tries = 15)
	void inPostgresql(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			check(database, new Random(seed));
		}
	}

	private void check(LiveDatabase database, Random random) {
		this.renames.clear();
		this.lost.clear();
		this.left.clear();
		Schema first = schema(random);
		run(database, changes(database, first).upgrade());
		first.tables().forEach((table) -> insert(database, table));
		Map<String, List<String>> before = values(database);
		Schema second = changed(first, random);
		Changes changes = changes(database, second);
		assertThat(changes.remarks()).filteredOn((remark) -> remark.kind() == Remark.Kind.DATA_LOSS)
			.extracting(Remark::subject)
			.containsExactlyInAnyOrderElementsOf(this.lost);
		run(database, changes.upgrade());
		this.renames.clear();
		assertThat(changes(database, second).upgrade()).as("after %s", changes.upgrade()).isEmpty();
		Map<String, List<String>> after = values(database);
		this.left.forEach((table,
				columns) -> columns.forEach((old, young) -> assertThat(after.get(table + "." + young))
					.as("%s.%s after %s", table, old, changes)
					.isEqualTo(before.get(table + "." + old))));
		run(database, changes.downgrade());
		assertThat(changes(database, first).upgrade()).as("back by %s", changes.downgrade()).isEmpty();
		Map<String, List<String>> back = values(database);
		this.left.forEach((table, columns) -> columns.keySet()
			.forEach((old) -> assertThat(back.get(table + "." + old)).isEqualTo(before.get(table + "." + old))));
	}

	private static Schema of(List<Table> tables) {
		return new Schema(List.of(), tables, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	private static Schema schema(Random random) {
		List<Table> tables = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(3); i++) {
			List<Column> columns = new ArrayList<>(List.of(new Column("id", Types.integer()).withNullable(false)));
			for (int k = 0; k <= random.nextInt(5); k++) {
				columns.add(new Column("c" + k, TYPES.get(random.nextInt(TYPES.size()))));
			}
			tables.add(table("t" + i, columns, List.of()));
		}
		return of(tables);
	}

	private static Table table(String name, List<Column> columns, List<Index> indexes) {
		return new Table(TableName.of(name), columns, List.of(new Constraint.PrimaryKey("pk_" + name, List.of("id"))),
				indexes, null);
	}

	private Schema changed(Schema schema, Random random) {
		List<Table> tables = new ArrayList<>();
		for (Table table : schema.tables()) {
			if (random.nextInt(6) == 0) {
				this.lost.add(table.name().name());
			}
			else {
				tables.add(changed(table, random));
			}
		}
		if (random.nextInt(2) == 0) {
			tables.add(table("young", List.of(new Column("id", Types.integer()).withNullable(false)), List.of()));
		}
		return of(tables);
	}

	private Table changed(Table table, Random random) {
		String name = table.name().name();
		Map<String, String> names = new LinkedHashMap<>();
		List<Column> columns = new ArrayList<>();
		for (Column column : table.columns()) {
			int change = (column.name().equals("id")) ? 9 : random.nextInt(10);
			if (change == 0) {
				this.lost.add(name + "." + column.name());
				continue;
			}
			String newName = (change < 3) ? column.name() + "_renamed" : column.name();
			if (change < 3) {
				this.renames.add("%s.%s:%s".formatted(name, column.name(), newName));
			}
			ColumnType type = (change == 2 || change == 3) ? WIDER.getOrDefault(column.type(), column.type())
					: column.type();
			columns.add(new Column(newName, type).withNullable(!column.name().equals("id") && change != 4));
			names.put(column.name(), newName);
		}
		if (random.nextInt(2) == 0) {
			columns.add(new Column("added", Types.integer(), false, new ColumnDefault.Value(7), false, null));
		}
		this.left.put(name, names);
		String last = columns.get(columns.size() - 1).name();
		return table(name, columns,
				(random.nextInt(2) == 0) ? List
					.of(new Index("ix_" + name, List.of(new Index.IndexColumn(last, false, false)), false, null))
						: List.of());
	}

	private static void insert(LiveDatabase database, Table table) {
		for (int i = 1; i <= ROWS; i++) {
			int row = i;
			String values = table.columns()
				.stream()
				.map((column) -> String.valueOf(VALUES.get(column.type())).formatted(row))
				.collect(Collectors.joining(", "));
			database.session()
				.execute(SqlStatement.of("insert into %s values (%s)".formatted(table.name().name(), values)));
		}
	}

	private static Map<String, List<String>> values(LiveDatabase database) {
		Map<String, List<String>> values = new TreeMap<>();
		for (Table table : reflect(database).tables()) {
			for (Column column : table.columns()) {
				String sql = "select cast(%s as varchar(60)) as v from %s order by id".formatted(column.name(),
						table.name().name());
				values.put(table.name().name() + "." + column.name(),
						database.session()
							.query(SqlStatement.of(sql))
							.stream()
							.map((row) -> String.valueOf(row.string("v")))
							.toList());
			}
		}
		return values;
	}

	private static Schema reflect(LiveDatabase database) {
		return database.dialect().reflect(ComparisonSettings.DEFAULTS.schemas(), database.session());
	}

	private Changes changes(LiveDatabase database, Schema target) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, NamedRenames.of(this.renames, RenameDecision.NEVER))
			.compare(List.of(new FixedTarget(target)), database.dialect(), database.session());
	}

	private static void run(LiveDatabase database, List<Operation> operations) {
		operations.forEach((operation) -> database.run((op) -> op.apply(operation)));
	}

}
