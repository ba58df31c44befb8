package dev.migrator.test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

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
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
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
		this.postgresql = dialect.name().equals("postgresql");
		this.sqlite = dialect.name().equals("sqlite");
	}

	/**
	 * Make up a schema.
	 * @return one to four tables, and, where the database has them, sequences, types of
	 * named values and another schema
	 */
	public Schema schema() {
		List<String> schemas = (!this.sqlite && sometimes()) ? List.of(name()) : List.of();
		List<EnumType> enums = new ArrayList<>();
		if (this.postgresql && sometimes()) {
			enums.add(new EnumType(new TableName(null, name()), List.of("red", "it's", "Blue")));
		}
		List<Sequence> sequences = new ArrayList<>();
		if (!this.sqlite && sometimes()) {
			sequences.add(new Sequence(new TableName(null, name()), null, counting(), null));
		}
		List<Table> tables = new ArrayList<>();
		int number = 1 + this.random.nextInt(4);
		for (int i = 0; i < number; i++) {
			TableName table = new TableName((!schemas.isEmpty() && sometimes()) ? schemas.get(0) : null, name());
			tables.add(table(table, enums, tables));
		}
		return new Schema(schemas, tables, sequences, enums, List.of(), List.of(), List.of());
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
		return table.constraints()
			.stream()
			.noneMatch((constraint) -> constraint instanceof ForeignKey key
					&& !key.referencedTable().equals(table.name()) && waiting.contains(key.referencedTable()));
	}

	private Table table(TableName name, List<EnumType> enums, List<Table> others) {
		List<Column> columns = new ArrayList<>();
		List<Constraint> constraints = new ArrayList<>();
		Column id = id();
		columns.add(id);
		constraints.add(new PrimaryKey(constraintName(), List.of(id.name())));
		int number = 1 + this.random.nextInt(5);
		for (int i = 0; i < number; i++) {
			columns.add(column(enums));
		}
		Column text = new Column(name(), this.dialect.reflected(Types.varchar(20)));
		columns.add(text);
		if (sometimes()) {
			constraints.add(new Unique(constraintName(), List.of(text.name(), id.name())));
		}
		if (sometimes()) {
			constraints.add(new Check(constraintName(), "%s IS NOT NULL".formatted(printed(text.name()))));
		}
		if (id.type().equals(Types.integer()) && sometimes()) {
			columns.add(new Column(name(), Types.integer(), true, null, null, null,
					new Computed("%s + 1".formatted(printed(id.name())), this.sqlite && sometimes()), null, null));
		}
		List<Table> known = others.stream().filter((other) -> !this.h2 || canName(name, other.name())).toList();
		if (!known.isEmpty() && sometimes()) {
			references(oneOf(known.toArray(new Table[0])), columns, constraints);
		}
		List<Index> indexes = new ArrayList<>();
		if (sometimes()) {
			indexes.add(new Index(name(),
					List.of(new IndexColumn(text.name(), false, sometimes()),
							new IndexColumn(id.name(), false, sometimes())),
					false, (!this.h2 && sometimes()) ? "%s IS NOT NULL".formatted(printed(text.name())) : null));
		}
		if (sometimes()) {
			indexes.add(new Index(name(), List.of(new IndexColumn(text.name(), false, false)), true, null));
		}
		return new Table(name, columns, constraints, indexes, comment(), List.of()).sorted();
	}

	// H2 looks for a table without a schema in the schema of the foreign key.
	private static boolean canName(TableName table, TableName other) {
		return table.schema() == null || other.schema() != null;
	}

	private void references(Table other, List<Column> columns, List<Constraint> constraints) {
		Column key = other.columns().get(0);
		Column column = new Column(name(), key.type());
		columns.add(column);
		ReferentialAction[] actions = { ReferentialAction.CASCADE, ReferentialAction.SET_NULL,
				ReferentialAction.RESTRICT };
		constraints.add(new ForeignKey(constraintName(), List.of(column.name()), other.name(), List.of(key.name()),
				(sometimes()) ? oneOf(actions) : null, (sometimes()) ? ReferentialAction.CASCADE : null));
	}

	private Column id() {
		Identity identity = null;
		if (sometimes()) {
			identity = (this.sqlite) ? Identity.BY_DEFAULT : new Identity(sometimes(), counting());
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
			value = oneOf(TEXTS);
		}
		else if (type.equals(this.dialect.reflected(Types.date()))) {
			value = LocalDate.of(2020, 2, 29);
		}
		else {
			return (type.equals(this.dialect.reflected(Types.timestamp())))
					? new ColumnDefault.Expression("CURRENT_TIMESTAMP") : null;
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

	// PostgreSQL names all, and tells not that it did.
	private @Nullable String constraintName() {
		return (this.postgresql || sometimes()) ? name() : null;
	}

	private String name() {
		this.count++;
		return oneOf(NAMES) + ((this.random.nextInt(20) == 0) ? " " : "_") + this.count;
	}

	/**
	 * Return how the database prints a name in a condition.
	 */
	private String printed(String name) {
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
