package dev.migrator.test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes up schemas that a database has words for, in the form in which it is reflected:
 * types are those that come back, conditions are written as the database prints them, and
 * each table has a primary key. What {@link #creation} makes in an empty database is
 * reflected as the schema that it was given. The same seed makes the same schemas.
 */
public final class RandomSchemas {

	private static final String[] NAMES = { "hero", "power_level", "order", "Mixed Case", "größe", "say \"hi\"", "it's",
			"a.b", "select", "名前", "x", "with_1" };

	private static final String[] TEXTS = { "", "plain", "it's", "größe 😀", "back\\slash", "two\nlines",
			"\"quoted\"" };

	private final Dialect dialect;

	private final Random random;

	private final boolean h2;

	/** Of MySQL, too, which differs in little. */
	private final boolean mariadb;

	private final boolean mysql;

	private final boolean postgresql;

	private final boolean sqlite;

	private int count;

	/**
	 * Create a source of schemas.
	 * @param dialect the database that they are for
	 * @param seed what they are made from
	 */
	public RandomSchemas(Dialect dialect, long seed) {
		this.dialect = dialect;
		this.random = new Random(seed);
		this.h2 = dialect.name().equals("h2");
		this.mysql = dialect.name().equals("mysql");
		this.mariadb = this.mysql || dialect.name().equals("mariadb");
		this.postgresql = dialect.name().equals("postgresql");
		this.sqlite = dialect.name().equals("sqlite");
	}

	/**
	 * Make up a schema.
	 * @return one to four tables, and, where the database has them, sequences, types of
	 * named values, views, triggers and another schema
	 */
	public Schema schema() {
		List<String> schemas = (!this.sqlite && !this.mariadb && sometimes()) ? List.of(name()) : List.of();
		List<EnumType> enums = new ArrayList<>();
		if (this.postgresql && sometimes()) {
			enums.add(new EnumType(new TableName(null, name()), List.of("red", "it's", "Blue")));
		}
		List<Sequence> sequences = new ArrayList<>();
		if (!this.sqlite && !this.mysql && sometimes()) {
			sequences.add(sequence());
		}
		List<Table> tables = new ArrayList<>();
		int number = 1 + this.random.nextInt(4);
		for (int i = 0; i < number; i++) {
			tables.add(table(schemas, enums, tables));
		}
		Table first = tables.get(0);
		List<View> views = (sometimes()) ? List.of(view(first)) : List.of();
		List<Trigger> triggers = (this.sqlite && sometimes())
				? List.of(new Trigger(name(), first.name(), "after insert", "begin select 'end;' as \"on\"; end"))
				: List.of();
		return new Schema(schemas, tables, sequences, enums, List.of(), views, List.of(), triggers);
	}

	/**
	 * Change a schema that this has made up: columns, constraints, indexes, tables and
	 * sequences come and go, and some columns change. What a view or a foreign key names
	 * stays, and so do schemas, types of named values, views and triggers.
	 * @param before the schema
	 * @return a schema that has much in common with it
	 */
	public Schema changed(Schema before) {
		Set<TableName> named = new HashSet<>();
		before.triggers().forEach((trigger) -> named.add(trigger.table()));
		before.tables().forEach((table) -> foreignKeys(table).forEach((key) -> named.add(key.referencedTable())));
		List<Table> tables = new ArrayList<>();
		for (Table table : before.tables()) {
			boolean viewed = before.views()
				.stream()
				.anyMatch((view) -> view.query().contains(printed(table.name().name())));
			if (viewed || named.contains(table.name()) || !sometimes()) {
				tables.add(changed(table, before.enums()));
			}
		}
		if (sometimes()) {
			tables.add(table(before.schemas(), before.enums(), List.copyOf(tables)));
		}
		List<Sequence> sequences = new ArrayList<>(before.sequences());
		sequences.removeIf((sequence) -> sometimes());
		if (!this.sqlite && !this.mysql && sometimes()) {
			sequences.add(sequence());
		}
		return new Schema(before.schemas(), tables, sequences, before.enums(), before.composites(), before.views(),
				before.routines(), before.triggers());
	}

	private Table changed(Table table, List<EnumType> enums) {
		List<Index> indexes = new ArrayList<>(table.indexes());
		indexes.removeIf((index) -> sometimes());
		List<Constraint> constraints = new ArrayList<>(table.constraints());
		constraints.removeIf((constraint) -> !(constraint instanceof PrimaryKey) && sometimes());
		Set<String> used = new HashSet<>();
		indexes.forEach((index) -> index.columns().forEach((column) -> used.add(column.text())));
		constraints.forEach((constraint) -> used.addAll(columns(constraint)));
		String conditions = constraints + " " + indexes + " " + table.columns().stream().map(Column::computed).toList();
		List<Column> columns = new ArrayList<>();
		for (Column column : table.columns()) {
			boolean needed = used.contains(column.name()) || conditions.contains(printed(column.name()));
			if (needed || this.random.nextInt(6) > 0) {
				columns.add((needed || column.computed() != null || sometimes()) ? column : changed(column, enums));
			}
		}
		if (sometimes()) {
			Column added = column(enums).withNullable(true);
			columns.add(added);
		}
		// MariaDB has no checks of columns that count, or that a foreign key sets to
		// null.
		if (!this.mariadb && sometimes()) {
			constraints.add(new Check(constraintName(), isNotNull(columns.get(0))));
		}
		if (sometimes()) {
			indexes.add(new Index(name(), List.of(new IndexColumn(columns.get(0).name(), false, sometimes())),
					!this.mariadb && sometimes(), null));
		}
		return new Table(table.name(), columns, constraints, indexes, comment(), table.options()).sorted();
	}

	private Column changed(Column column, List<EnumType> enums) {
		Column other = column(enums);
		return switch (this.random.nextInt(3)) {
			case 0 -> column.withNullable(!column.nullable());
			case 1 -> new Column(column.name(), column.type(), column.nullable(), defaultValue(column.type()), null,
					comment(), null, null, null);
			default -> other.withName(column.name());
		};
	}

	private static List<ForeignKey> foreignKeys(Table table) {
		return table.constraints().stream().filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast).toList();
	}

	private static List<String> columns(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return key.columns();
		}
		if (constraint instanceof Unique unique) {
			return unique.columns();
		}
		return (constraint instanceof ForeignKey key) ? key.columns() : List.of();
	}

	/**
	 * Say how a schema is created in an empty database.
	 * @param schema the schema
	 * @return the operations: a table comes after those that it names
	 */
	public static List<Operation> creation(Schema schema) {
		List<Operation> operations = new ArrayList<>();
		schema.schemas().forEach((name) -> operations.add(new CreateSchema(name, false)));
		schema.enums()
			.forEach((type) -> operations.add(new CreateEnum(Objects.requireNonNull(type.name()), type.values())));
		schema.sequences().forEach((sequence) -> operations.add(new CreateSequence(sequence, false)));
		List<Table> waiting = new ArrayList<>(schema.tables());
		while (!waiting.isEmpty()) {
			List<TableName> names = waiting.stream().map(Table::name).toList();
			Table next = waiting.stream().filter((table) -> isFree(table, names)).findFirst().orElse(waiting.get(0));
			waiting.remove(next);
			operations.add(new CreateTable(next, false));
		}
		schema.views().forEach((view) -> operations.add(new CreateObject(view)));
		schema.routines().forEach((routine) -> operations.add(new CreateObject(routine)));
		schema.triggers().forEach((trigger) -> operations.add(new CreateObject(trigger)));
		return operations;
	}

	private static boolean isFree(Table table, List<TableName> waiting) {
		return foreignKeys(table).stream()
			.map(ForeignKey::referencedTable)
			.noneMatch((other) -> !other.equals(table.name()) && waiting.contains(other));
	}

	private Table table(List<String> schemas, List<EnumType> enums, List<Table> others) {
		TableName name = new TableName((!schemas.isEmpty() && sometimes()) ? schemas.get(0) : null, name());
		List<Column> columns = new ArrayList<>();
		List<Constraint> constraints = new ArrayList<>();
		Column id = id();
		Column text = new Column(name(), this.dialect.reflected(Types.varchar(20)));
		columns.add(id);
		columns.add(text);
		List<String> key = new ArrayList<>(List.of(id.name()));
		if (id.identity() == null && sometimes()) {
			Column second = new Column(name(), Types.integer()).withNullable(false);
			columns.add(second);
			key.add(this.random.nextInt(2), second.name());
		}
		constraints.add(new PrimaryKey((this.mariadb) ? null : constraintName(), key));
		int number = this.random.nextInt(5);
		for (int i = 0; i < number; i++) {
			columns.add(column(enums));
		}
		if (sometimes()) {
			constraints.add(new Unique(constraintName(), List.of(text.name(), id.name()), this.h2 && sometimes(),
					List.of(), null, null));
		}
		if (sometimes()) {
			constraints.add(new Check(constraintName(), isNotNull(text), false, false, this.mysql && sometimes()));
		}
		if (id.type().equals(Types.integer()) && (!this.mariadb || id.identity() == null) && sometimes()) {
			columns.add(new Column(name(), Types.integer(), true, null, null, null,
					new Computed(bracketed("%s + 1".formatted(printed(id.name()))), this.sqlite && sometimes()), null,
					null));
		}
		if (key.size() == 1 && sometimes()) {
			references(name, List.of(id), columns, constraints);
		}
		List<Table> known = others.stream().filter((other) -> !this.h2 || canName(name, other.name())).toList();
		if (!known.isEmpty() && sometimes()) {
			Table other = oneOf(known.toArray(new Table[0]));
			references(other.name(), key(other), columns, constraints);
		}
		return new Table(name, columns, constraints, indexes(id, text), comment(), options(id)).sorted();
	}

	private List<Index> indexes(Column id, Column text) {
		List<Index> indexes = new ArrayList<>();
		boolean descending = sometimes();
		boolean some = this.postgresql || this.sqlite;
		NullsOrder nulls = (!this.sqlite && !this.mariadb && sometimes())
				? ((this.postgresql == descending) ? NullsOrder.LAST : NullsOrder.FIRST) : null;
		if (sometimes()) {
			indexes.add(new Index(name(),
					List.of(new IndexColumn(text.name(), false, descending, null, null, (descending) ? nulls : null,
							null), new IndexColumn(id.name(), false, sometimes())),
					false, (some && sometimes()) ? isNotNull(text) : null));
		}
		if (!this.mariadb && sometimes()) {
			indexes.add(new Index(name(), List.of(new IndexColumn(text.name(), false, false)), true, null));
		}
		if (this.sqlite && sometimes()) {
			indexes.add(new Index(name(),
					List.of(new IndexColumn("lower(%s)".formatted(printed(text.name())), true, sometimes()),
							new IndexColumn(text.name(), false, sometimes(), "nocase", null, null, null)),
					sometimes(), null));
		}
		return indexes;
	}

	private List<TableOption> options(Column id) {
		return (this.sqlite && id.identity() == null && sometimes())
				? List.of(new TableOption("sqlite", "without_rowid", "true")) : List.of();
	}

	private static List<Column> key(Table table) {
		return table.constraints()
			.stream()
			.filter(PrimaryKey.class::isInstance)
			.flatMap((key) -> ((PrimaryKey) key).columns().stream())
			.map((name) -> table.columns().stream().filter((column) -> column.name().equals(name)).findFirst())
			.map(Optional::orElseThrow)
			.toList();
	}

	// H2 looks for a table without a schema in the schema of the foreign key.
	private static boolean canName(TableName table, TableName other) {
		return table.schema() == null || other.schema() != null;
	}

	private void references(TableName other, List<Column> key, List<Column> columns, List<Constraint> constraints) {
		List<Column> own = key.stream().map((column) -> new Column(name(), column.type())).toList();
		columns.addAll(own);
		ReferentialAction[] actions = { ReferentialAction.CASCADE, ReferentialAction.SET_NULL,
				(this.mariadb) ? ReferentialAction.CASCADE : ReferentialAction.RESTRICT };
		constraints.add(new ForeignKey(constraintName(), own.stream().map(Column::name).toList(), other,
				key.stream().map(Column::name).toList(), (sometimes()) ? oneOf(actions) : null,
				(sometimes()) ? ReferentialAction.CASCADE : null, List.of(), null,
				((this.postgresql || this.sqlite) && sometimes()) ? oneOf(Deferral.values()) : null, false, false));
	}

	private Sequence sequence() {
		return new Sequence(new TableName(null, name()), null, counting(), null);
	}

	// In the default schema of a new database.
	private View view(Table table) {
		String column = printed(table.columns().get(0).name());
		String name = printed(table.name().name());
		if (this.mariadb) {
			return new View(new TableName(null, name()), "select %1$s.%2$s AS %2$s from %1$s".formatted(name, column),
					false);
		}
		String schema = (table.name().schema() != null) ? printed(table.name().schema())
				: (this.h2) ? "\"PUBLIC\"" : "public";
		String query = (this.h2) ? "SELECT\n    %s\nFROM %s.%s".formatted(column, schema, name)
				: (this.sqlite) ? "select %s from %s".formatted(column, name)
						: "SELECT %s\n   FROM %s.%s".formatted(column, schema, name);
		return new View(new TableName(null, name()), query, false);
	}

	private Column id() {
		Identity identity = null;
		if (sometimes()) {
			identity = (this.sqlite || this.mariadb) ? Identity.BY_DEFAULT : new Identity(sometimes(), counting());
		}
		ColumnType type = (identity == null && sometimes()) ? Types.bigint() : Types.integer();
		return new Column(name(), this.dialect.reflected(type), false, null, identity, comment(), null, null, null);
	}

	private Column column(List<EnumType> enums) {
		ColumnType type = type(enums);
		return new Column(name(), type, sometimes(), (sometimes()) ? defaultValue(type) : null, null, comment(), null,
				null, null);
	}

	private ColumnType type(List<EnumType> enums) {
		if (sometimes() && !enums.isEmpty()) {
			return enums.get(0);
		}
		ColumnType[] types = { Types.bool(), Types.smallint(), Types.integer(), Types.bigint(), Types.real(),
				Types.doublePrecision(), Types.numeric(10, 2), Types.character(3), Types.varchar(), Types.varchar(30),
				Types.text(), Types.blob(), Types.date(), Types.time(3), Types.timestamp(), Types.timestamp(3),
				Types.timestampWithTimeZone(), Types.uuid(), Types.json() };
		return this.dialect.reflected((!this.postgresql && this.random.nextInt(10) == 0)
				? new EnumType(null, List.of("red", "it's", "Blue")) : oneOf(types));
	}

	private @Nullable ColumnDefault defaultValue(ColumnType type) {
		Object value;
		if (type instanceof EnumType) {
			value = "red";
		}
		else if (type.equals(this.dialect.reflected(Types.bool()))) {
			value = sometimes();
		}
		else if (type.equals(this.dialect.reflected(Types.integer()))) {
			value = this.random.nextInt();
		}
		else if (type.equals(this.dialect.reflected(Types.bigint()))) {
			value = (1L << 40) + this.random.nextInt();
		}
		else if (type.equals(this.dialect.reflected(Types.numeric(10, 2)))) {
			value = new BigDecimal("-12.25");
		}
		else if (type.equals(this.dialect.reflected(Types.varchar()))) {
			value = (this.mariadb) ? oneOf(TEXTS).replace("😀", "") : oneOf(TEXTS);
		}
		else if (type.equals(this.dialect.reflected(Types.date()))) {
			value = LocalDate.of(2020, 2, 29);
		}
		else {
			return (type.equals(this.dialect.reflected(Types.timestamp())))
					? new ColumnDefault.Expression((this.mariadb) ? "current_timestamp(6)" : "CURRENT_TIMESTAMP")
					: null;
		}
		return new ColumnDefault.Value(value);
	}

	private SequenceOptions counting() {
		return (sometimes()) ? SequenceOptions.NONE
				: new SequenceOptions((sometimes()) ? 100L : null, (sometimes()) ? 5L : null, null, false,
						(sometimes()) ? 100000L : null, false, (sometimes()) ? 7L : null,
						(sometimes()) ? Boolean.TRUE : null);
	}

	private @Nullable String comment() {
		return (!this.sqlite && sometimes()) ? "what it's for: größe" : null;
	}

	// PostgreSQL and MariaDB name all, and tell not that they did.
	private @Nullable String constraintName() {
		return (this.postgresql || this.mariadb || sometimes()) ? name() : null;
	}

	private String name() {
		this.count++;
		return oneOf(NAMES) + ((this.random.nextInt(20) == 0) ? " " : "_") + this.count;
	}

	private String isNotNull(Column column) {
		return bracketed(((this.mariadb) ? "%s is not null" : "%s IS NOT NULL").formatted(printed(column.name())));
	}

	private String bracketed(String expression) {
		return (this.mysql) ? "(" + expression + ")" : expression;
	}

	/**
	 * Return how the database prints a name in a condition.
	 */
	private String printed(String name) {
		if (this.mariadb) {
			return "`" + name.replace("`", "``") + "`";
		}
		String quoted = this.dialect.quote(name);
		if (!this.h2) {
			return quoted;
		}
		if (!quoted.startsWith("\"")) {
			return "\"" + quoted.toUpperCase(Locale.ROOT) + "\"";
		}
		StringBuilder escaped = new StringBuilder();
		quoted.codePoints().forEach((c) -> escaped.append((c < 0x7f) ? Character.toString(c) : "\\%04x".formatted(c)));
		return ((escaped.length() > quoted.length()) ? "U&" : "") + escaped;
	}

	private boolean sometimes() {
		return this.random.nextInt(3) == 0;
	}

	private <T> T oneOf(T[] values) {
		return values[this.random.nextInt(values.length)];
	}

}
