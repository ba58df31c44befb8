package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Whatever operation knows what was there before, its reverse brings that back, and the
 * reverse of that does it again.
 */
class ReversalPropertyTests {

	/** Types that turn into each other without a word, both ways, in an empty table. */
	private static final List<List<ColumnType>> FAMILIES = List.of(
			List.of(Types.smallint(), Types.integer(), Types.bigint(), Types.numeric(9, 2)),
			List.of(Types.varchar(10), Types.varchar(99), Types.character(5)),
			List.of(Types.date(), Types.timestamp(3), Types.timestamp(6)));

	@Property(tries = 50)
	void whatIsDoneInH2IsUndone(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("h2")) {
			check(database, new Random(seed));
		}
	}

	@Property(tries = 5)
	void whatIsDoneInPostgresqlIsUndone(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			check(database, new Random(seed));
		}
	}

	private static void check(LiveDatabase database, Random random) {
		database.execute("create table team (a bigint not null, b bigint not null, primary key (a), unique (b))");
		RandomTable made = new RandomTable(random);
		Table table = made.table();
		database.assertReversible(new CreateTable(table, random.nextBoolean()));
		database.run((op) -> op.apply(new CreateTable(table, false)));
		for (Operation operation : made.operations(table)) {
			database.assertReversible(operation);
		}
	}

	/**
	 * A table, and what may be done to it.
	 */
	private static final class RandomTable {

		private final Random random;

		private final TableName name;

		RandomTable(Random random) {
			this.random = random;
			this.name = TableName.of(pick("hero", "\"Hero 2\"", "\"select\""));
		}

		@SafeVarargs
		private <T> T pick(T... values) {
			return values[this.random.nextInt(values.length)];
		}

		@SafeVarargs
		private <T> @Nullable T perhaps(T... values) {
			return (maybe()) ? values[this.random.nextInt(values.length)] : null;
		}

		private boolean maybe() {
			return this.random.nextBoolean();
		}

		Table table() {
			List<Column> columns = new ArrayList<>();
			columns.add(new Column("id", Types.bigint(), false, null, (maybe()) ? identity() : null, comment(), null,
					null, null));
			for (int i = 0; i < 1 + this.random.nextInt(4); i++) {
				columns.add(column(pick("c", "C ", "größe") + i));
			}
			// dropping and adding leaves a column behind all others
			columns.add(column("last"));
			List<Constraint> constraints = new ArrayList<>(List.of(new Constraint.PrimaryKey("pk", List.of("id"))));
			if (maybe()) {
				constraints.add(new Constraint.Unique("uq", List.of(columns.get(1).name(), "id")));
			}
			if (maybe()) {
				constraints.add(new Constraint.Check("ck", "id > 7"));
			}
			if (maybe()) {
				constraints.add(foreignKey("fk"));
			}
			List<Index> indexes = (maybe()) ? List.of(index("ix", columns)) : List.of();
			return new Table(this.name, columns, constraints, indexes, comment());
		}

		private Column column(String columnName) {
			ColumnType type = pick(FAMILIES.get(this.random.nextInt(FAMILIES.size())).toArray(ColumnType[]::new));
			return new Column(columnName, type, maybe(), (maybe()) ? defaultOf(type) : null, false, comment());
		}

		private static int family(ColumnType type) {
			return (int) FAMILIES.stream().takeWhile((family) -> !family.contains(type)).count();
		}

		private ColumnDefault defaultOf(ColumnType type) {
			return switch (family(type)) {
				case 0 -> new ColumnDefault.Value(this.random.nextInt(100));
				case 1 -> new ColumnDefault.Value(pick("", "a'b", "x\\y"));
				default -> new ColumnDefault.Expression("current_date");
			};
		}

		private Identity identity() {
			long start = this.random.nextInt(1, 10);
			return new Identity(maybe(), new SequenceOptions(start, perhaps(1L, 2L), null, false, perhaps(1000L), false,
					pick(1L, 7L), perhaps(true, false)));
		}

		private @Nullable String comment() {
			return perhaps("A comment", "It's \"one\"");
		}

		private Constraint.ForeignKey foreignKey(String keyName) {
			return new Constraint.ForeignKey(keyName, List.of("id"), TableName.of("team"), List.of(pick("a", "b")),
					perhaps(ReferentialAction.CASCADE, ReferentialAction.RESTRICT),
					perhaps(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT));
		}

		// Where it was unique, too, H2 would take it for the unique constraint.
		private Index index(String indexName, List<Column> columns) {
			return new Index(indexName, List.of(new IndexColumn(columns.get(1).name(), false, maybe()),
					new IndexColumn("id", false, maybe())), false, null);
		}

		List<Operation> operations(Table table) {
			List<Operation> operations = new ArrayList<>();
			Column last = table.columns().get(table.columns().size() - 1);
			operations.add(new DropTable(this.name, maybe(), maybe(), table));
			operations.add(new RenameTable(this.name, "Other"));
			operations.add(new SetTableComment(this.name, "New " + this.random.nextInt(), table.comment()));
			operations.add(new AddColumn(this.name, column("added"), maybe()));
			operations.add(new DropColumn(this.name, last.name(), maybe(), false, last));
			operations.add(alteration(last, maybe(), maybe()));
			// H2 keeps the old name of a column of a constraint that gets both at once
			boolean rename = maybe();
			operations.add(alteration(table.columns().get(1), rename, !rename));
			operations.add(new CreateIndex(this.name, index("ix2", table.columns()), maybe(), false));
			operations.add(new AddConstraint(this.name, foreignKey("fk2")));
			for (Index index : table.indexes()) {
				operations.add(new DropIndex(this.name, "ix", maybe(), maybe(), false, index));
				operations.add(new RenameIndex(this.name, "ix", "IX 3"));
			}
			for (Constraint constraint : table.constraints()) {
				String constraintName = String.valueOf(constraint.name());
				operations.add(new DropConstraint(this.name, constraintName, ConstraintType.of(constraint), maybe(),
						false, constraint));
				operations.add(new RenameConstraint(this.name, constraintName, "Other one"));
			}
			return operations;
		}

		private AlterColumn alteration(Column column, boolean rename, boolean retype) {
			List<ColumnType> family = FAMILIES.get(family(column.type()));
			ColumnType type = family.get((family.indexOf(column.type()) + 1) % family.size());
			DefaultChange defaultChange = (column.defaultValue() != null) ? new DefaultChange.Drop()
					: new DefaultChange.Set(defaultOf(type));
			return new AlterColumn(this.name, column.name(), (rename) ? "Renamed" : null, (retype) ? type : null, null,
					(maybe()) ? !column.nullable() : null, (maybe()) ? defaultChange : null,
					"New " + this.random.nextInt(), null, null, column);
		}

	}

}
