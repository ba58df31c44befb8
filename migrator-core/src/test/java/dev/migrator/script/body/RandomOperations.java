package dev.migrator.script.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.Condition;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Expression;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameSequence;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.operation.UpdateRows;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.RawType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StorageParameter;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes operations of all kinds with all that they may say.
 */
final class RandomOperations {

	private static final List<String> WORDS = List.of("id", "hero", "team", "name", "secret_name", "created_at",
			"power_level", "headquarters", "a_rather_long_name_for_a_column", "Größe", "quote\"d", "it's",
			"a_name_as_long_as_postgresql_allows_it_to_be_before_it_cuts_it", "two words", "back\\slash");

	private static final List<String> TEXTS = List.of("", "age > 0", "lower(name)", "deleted_at is null", "'it''s'",
			"a \"quoted\" word", "C:\\new\\u0041", "tab\tand\nline", "jsonb_path_ops",
			"age > 0 and age < 1000 and (name is not null or secret_name is not null)",
			"a text that is so long that it does not stand on a line of its own, whatever is in front of it and behind "
					+ "it, and that has to be cut into pieces, of which there may be several",
			"no_blank_in_it_".repeat(12));

	private static final List<String> QUERIES = List.of("select 1", "select id,\n       name\nfrom hero\nwhere age > 0",
			"\n\nselect 1\n", "select '\"\"\"' as quotes,\n  '\\d' as digits,\n\t\"x\"\nfrom \"t\"",
			"  select 1\n  from hero", "select 1 \nfrom hero", "select " + "some_column, ".repeat(12) + "1\nfrom hero",
			"select " + "some_column, ".repeat(12) + "1");

	private final Random random;

	RandomOperations(Random random) {
		this.random = random;
	}

	/** Make an operation of each kind that there is. */
	List<Operation> each() {
		List<Operation> all = new ArrayList<>();
		for (Supplier<Operation> kind : kinds()) {
			all.add(kind.get());
		}
		return all;
	}

	private List<Supplier<Operation>> kinds() {
		return List.of(() -> new CreateTable(table(), flip()),
				() -> new DropTable(tableName(), flip(), flip(), table()), () -> new RenameTable(tableName(), word()),
				() -> new SetTableComment(tableName(), maybe(this::text), maybe(this::text)), this::addColumn,
				() -> new DropColumn(tableName(), word(), flip(), flip(), maybe(() -> column(word()))),
				this::alterColumn, this::alterColumn,
				() -> new AlterColumn(tableName(), word(), word(), null, null, null, null),
				() -> new CreateIndex(tableName(), index(), flip(), flip()),
				() -> new DropIndex(tableName(), word(), flip(), flip(), flip(), maybe(this::index)),
				() -> new RenameIndex(tableName(), word(), word()),
				() -> new AddConstraint(tableName(), primaryKey(words())),
				() -> new AddConstraint(tableName(), unique(words())), () -> new AddConstraint(tableName(), check()),
				() -> new AddConstraint(tableName(), foreignKey(word())),
				() -> new AddConstraint(tableName(), exclusion()),
				() -> new DropConstraint(tableName(), word(), pick(ConstraintType.values()), flip(), flip(),
						maybe(this::check)),
				() -> new RenameConstraint(tableName(), word(), word()),
				() -> new ValidateConstraint(tableName(), word()), () -> new CreateSequence(sequence(), flip()),
				this::alterSequence, () -> new RenameSequence(tableName(), word()),
				() -> new DropSequence(tableName(), flip(), flip(), maybe(this::sequence)),
				() -> new CreateEnum(tableName(), words()),
				() -> new AddEnumValue(tableName(), text(), null, maybe(this::text), flip()),
				() -> new AddEnumValue(tableName(), text(), maybe(this::text), null, flip()),
				() -> new RenameEnumValue(tableName(), text(), text()), () -> new RenameEnum(tableName(), word()),
				() -> new DropEnum(tableName(), flip(), flip(), words()), () -> new CreateCompositeType(composite()),
				() -> new DropCompositeType(tableName(), flip(), flip(), maybe(this::composite)),
				() -> new RenameCompositeType(tableName(), word()),
				() -> new AddAttribute(tableName(), new Attribute(word(), type()), flip()),
				() -> new AlterAttribute(tableName(), word(), type(), flip(), maybe(this::type)),
				() -> new RenameAttribute(tableName(), word(), word(), flip()),
				() -> new DropAttribute(tableName(), word(), flip(), flip(), maybe(this::type)),
				() -> new CreateSchema(word(), flip()), () -> new DropSchema(word(), flip(), flip()),
				() -> new CreateObject(storedObject()),
				() -> new ReplaceObject(storedObject(), flip(), maybe(this::storedObject)), this::dropObject,
				() -> new RefreshView(tableName(), flip()), this::insert, this::update,
				() -> new DeleteRows(tableName(), maybe(() -> condition(2))),
				() -> new ExecuteSql(pick(QUERIES), List.of(), null),
				() -> new ExecuteSql(pick(QUERIES), values(), null));
	}

	private AddColumn addColumn() {
		String name = word();
		boolean more = flip();
		List<Constraint> constraints = (more) ? Stream
			.of(primaryKey(List.of(name)), unique(List.of(name)), check(), foreignKey(name),
					new Constraint.PrimaryKey(null, List.of(name)), new Constraint.Unique(null, List.of(name)),
					new Constraint.ForeignKey(null, List.of(name), tableName(), words().subList(0, 1),
							maybe(() -> pick(ReferentialAction.values())), null))
			.filter((constraint) -> this.random.nextInt(3) == 0)
			.toList() : List.of();
		return new AddColumn(tableName(), column(name), flip(), constraints);
	}

	private AlterColumn alterColumn() {
		ColumnType type = maybe(this::type);
		return new AlterColumn(tableName(), word(), maybe(this::word), type, (type != null) ? maybe(this::text) : null,
				maybe(this::flip),
				maybe(() -> (flip()) ? new DefaultChange.Drop() : new DefaultChange.Set(defaultValue())), text(),
				maybe(this::identityChange),
				maybe(() -> (flip()) ? new ComputedChange.Drop() : new ComputedChange.Set(computed())),
				maybe(() -> column("x")));
	}

	private IdentityChange identityChange() {
		return switch (this.random.nextInt(3)) {
			case 0 -> new IdentityChange.Add(identity());
			case 1 -> new IdentityChange.Drop();
			default -> new IdentityChange.Alter(maybe(this::flip), options(), 7L);
		};
	}

	private AlterSequence alterSequence() {
		return new AlterSequence(tableName(), options(), this.random.nextLong(), maybe(this::options));
	}

	private Table table() {
		List<Column> columns = new ArrayList<>(words().stream().map(this::column).toList());
		List<Constraint> constraints = new ArrayList<>();
		List<String> names = columns.stream().map(Column::name).toList();
		if (flip()) {
			constraints.add(primaryKey(names));
			columns.replaceAll((column) -> column.withNullable(false));
		}
		if (flip()) {
			constraints.addAll(List.of(unique(names), check(), foreignKey(names.get(0)), exclusion()));
		}
		return new Table(tableName(), columns, constraints, several(this::index), maybe(this::text),
				several(() -> new TableOption("postgresql", "tablespace", text())));
	}

	private Column column(String name) {
		Identity identity = (this.random.nextInt(4) == 0) ? identity() : null;
		return new Column(name, type(), flip(), maybe(this::defaultValue), identity, maybe(this::text),
				(this.random.nextInt(4) == 0) ? computed() : null, (this.random.nextInt(4) == 0) ? text() : null,
				(this.random.nextInt(4) == 0) ? word() : null);
	}

	private ColumnDefault defaultValue() {
		return (flip()) ? new ColumnDefault.Expression(text()) : new ColumnDefault.Value(value());
	}

	private Computed computed() {
		return new Computed(text(), flip());
	}

	private Identity identity() {
		return (flip()) ? Identity.BY_DEFAULT : new Identity(flip(), options());
	}

	private SequenceOptions options() {
		Long minimum = maybe(this.random::nextLong);
		Long maximum = maybe(() -> 1000L);
		return new SequenceOptions(maybe(() -> 1L), maybe(() -> 50L), minimum, minimum == null && flip(), maximum,
				maximum == null && flip(), maybe(() -> 20L), maybe(this::flip));
	}

	private ColumnType type() {
		return switch (this.random.nextInt(9)) {
			case 0 -> new RawType(text());
			case 8 -> new NamedType(tableName());
			case 1 -> new EnumType(maybe(this::tableName), (flip()) ? words() : List.of(word()));
			case 2 -> new ArrayType(type(), maybe(() -> 7));
			default -> new StandardType(pick(StandardType.Kind.values()), maybe(() -> 10), maybe(() -> 2));
		};
	}

	private CompositeType composite() {
		return new CompositeType(tableName(), words().stream().map((name) -> new Attribute(name, type())).toList());
	}

	private Constraint primaryKey(List<String> columns) {
		boolean index = this.random.nextInt(5) == 0;
		return new Constraint.PrimaryKey(maybe(this::word), (index) ? List.of() : columns, List.of(),
				(index) ? word() : null, deferral());
	}

	private Constraint unique(List<String> columns) {
		boolean index = this.random.nextInt(5) == 0;
		return new Constraint.Unique(maybe(this::word), (index) ? List.of() : columns, flip(), several(this::word),
				(index) ? word() : null, deferral());
	}

	private Constraint check() {
		return new Constraint.Check(maybe(this::word), text(), flip(), flip(), flip());
	}

	private Constraint foreignKey(String column) {
		List<String> columns = (flip()) ? List.of(column) : List.of(column, word());
		ReferentialAction onDelete = maybe(() -> pick(ReferentialAction.values()));
		return new Constraint.ForeignKey(maybe(this::word), columns, tableName(),
				columns.stream().map((any) -> word()).toList(), onDelete, maybe(() -> pick(ReferentialAction.values())),
				(onDelete != null && flip()) ? List.of(column) : List.of(), maybe(() -> pick(ForeignKeyMatch.values())),
				deferral(), flip(), flip());
	}

	private Constraint exclusion() {
		return new Constraint.Exclusion(maybe(this::word), maybe(() -> "gist"),
				Stream.concat(Stream.of(indexColumn()), several(this::indexColumn).stream())
					.map((column) -> new Constraint.Exclusion.Element(column, pick("=", "&&", "<>")))
					.toList(),
				maybe(this::text), deferral());
	}

	private @Nullable Deferral deferral() {
		return maybe(() -> pick(Deferral.values()));
	}

	private Index index() {
		boolean simple = flip();
		List<IndexColumn> columns = (simple)
				? words().stream().map((name) -> new IndexColumn(name, false, false)).toList()
				: Stream.concat(Stream.of(indexColumn()), several(this::indexColumn).stream()).toList();
		return new Index(maybe(this::word), columns, flip(), maybe(this::text), maybe(() -> "btree"),
				several(this::word), flip(), several(() -> new StorageParameter("fillfactor", pick("70", "on", "07"))),
				maybe(this::word));
	}

	private IndexColumn indexColumn() {
		return (flip()) ? new IndexColumn(text(), flip(), flip())
				: new IndexColumn(text(), flip(), flip(), maybe(() -> "C"), maybe(() -> "text_pattern_ops"),
						maybe(() -> pick(NullsOrder.values())), maybe(() -> 10));
	}

	private Sequence sequence() {
		return new Sequence(tableName(), maybe(this::type), options(),
				maybe(() -> new Sequence.Owner(tableName(), word())));
	}

	private StoredObject storedObject() {
		return switch (this.random.nextInt(3)) {
			case 0 -> new View(tableName(), pick(QUERIES), flip());
			case 1 -> new Routine(tableName(), flip(), pick("", "a integer, b text"), pick(QUERIES));
			default -> new Trigger(word(), tableName(), "before insert or update", pick(QUERIES));
		};
	}

	private DropObject dropObject() {
		StoredObject object = storedObject();
		ObjectReference reference = object.reference();
		return new DropObject(
				(reference.arguments() != null && flip())
						? new ObjectReference(reference.kind(), reference.name(), null, null) : reference,
				flip(), flip(), object);
	}

	private InsertRows insert() {
		List<String> columns = words();
		int rows = this.random.nextInt(4);
		List<List<@Nullable Object>> all = new ArrayList<>();
		for (int i = 0; i < rows; i++) {
			all.add(Arrays.asList(columns.stream().map((any) -> cell()).toArray()));
		}
		return new InsertRows(tableName(), columns, all, flip());
	}

	private @Nullable Object cell() {
		return (this.random.nextInt(4) == 0) ? expression() : maybe(this::value);
	}

	private UpdateRows update() {
		return new UpdateRows(tableName(),
				words().stream().map((name) -> new UpdateRows.Assignment(name, expression())).toList(),
				maybe(() -> condition(2)));
	}

	private Expression expression() {
		return switch (this.random.nextInt(3)) {
			case 0 -> new Expression.ColumnValue(word());
			case 1 -> new Expression.Text(text());
			default -> new Expression.Value(value());
		};
	}

	private Condition condition(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 7 : 4)) {
			case 0 -> new Condition.Comparison(expression(), pick(Condition.Operator.values()), expression());
			case 1 -> new Condition.IsNull(expression());
			case 2 -> new Condition.In(expression(),
					Stream.concat(Stream.of(expression()), several(this::expression).stream()).toList());
			case 3 -> new Condition.Text(text(), values());
			case 4 -> new Condition.Not(condition(depth - 1));
			case 5 -> new Condition.Both(condition(depth - 1), condition(depth - 1));
			default -> new Condition.Either(condition(depth - 1), condition(depth - 1));
		};
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(several(() -> maybe(this::value)).toArray());
	}

	@SuppressWarnings("JavaUtilDate") // a migration may have one
	private Object value() {
		return pick(text(), 5, -7L, (short) 3, (byte) 1, 1.5, 2.5f, Double.NaN, Float.NEGATIVE_INFINITY, true,
				new BigDecimal("1.50"), BigInteger.TEN, 'c', '\'', '"', LocalDate.of(2026, 1, 15), LocalTime.NOON,
				LocalDateTime.of(2026, 1, 15, 10, 0), OffsetDateTime.parse("2026-01-15T10:00:00+01:00"), Instant.EPOCH,
				Duration.ofMinutes(5), UUID.fromString("00000000-0000-0000-0000-000000000001"), new byte[] { 1, -2 },
				new Json("{\"a\": 1}"), List.of(1, 2), List.of(), Arrays.asList("a", null), new String[] { "a", "b" },
				new String[0], new int[] { 1, 2 }, ReferentialAction.CASCADE, java.sql.Date.valueOf("2026-01-15"),
				java.sql.Timestamp.valueOf("2026-01-15 10:00:00"), new java.util.Date(1000));
	}

	private TableName tableName() {
		return new TableName((this.random.nextInt(4) == 0) ? word() : null,
				(this.random.nextInt(6) == 0) ? "a.b" : word());
	}

	private List<String> words() {
		List<String> words = new ArrayList<>(WORDS);
		java.util.Collections.shuffle(words, this.random);
		return words.subList(0, 1 + this.random.nextInt(3));
	}

	private String word() {
		return WORDS.get(this.random.nextInt(WORDS.size()));
	}

	private String text() {
		return TEXTS.get(this.random.nextInt(TEXTS.size()));
	}

	private boolean flip() {
		return this.random.nextBoolean();
	}

	@SafeVarargs
	private <T> T pick(T... values) {
		return values[this.random.nextInt(values.length)];
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private <T> @Nullable T maybe(Supplier<T> value) {
		return (flip()) ? value.get() : null;
	}

	private <T> List<T> several(Supplier<T> value) {
		List<T> values = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			values.add(value.get());
		}
		return values;
	}

}
