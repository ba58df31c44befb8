package dev.migrator.dialect.mariadb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.operation.CheckSpec;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.test.CountingSession;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operation creates on MariaDB and MySQL is what reflection reads.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbReflectionTests {

	@Parameter
	String product = "";

	private static final TableName HERO = TableName.of("hero");

	private final String app = "app_" + System.nanoTime();

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
	}

	@AfterEach
	void close() {
		this.database.execute("drop database if exists " + this.app);
		this.database.close();
	}

	private Schema reflect() {
		return this.database.dialect().reflect(SchemaFilter.DEFAULT, this.database.session());
	}

	private void assertReadBack(Table table) {
		this.database.run((op) -> op.apply(new CreateTable(table, false)));
		Table kept = reflect().table(table.name()).orElseThrow();
		Table expected = asKept(table);
		for (int i = 0; i < expected.columns().size(); i++) {
			assertThat(kept.columns().get(i)).isEqualTo(expected.columns().get(i));
		}
		assertThat(kept).isEqualTo(expected);
	}

	/** The table with the types that the database makes of its columns' types. */
	private Table asKept(Table table) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> new Column(column.name(), this.database.dialect().reflected(column.type()),
					column.nullable(), column.defaultValue(), column.identity(), column.comment(), column.computed(),
					column.onUpdate(), column.collation()))
			.toList();
		return new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment(), table.options())
			.sorted();
	}

	private static Table table(List<Column> columns, Constraint... constraints) {
		return new Table(HERO, columns, List.of(constraints), List.of(), null);
	}

	private static Column column(String name, ColumnType type) {
		return new Column(name, type);
	}

	private static Column withDefault(ColumnType type, ColumnDefault value) {
		return new Column("c", type, true, value, false, null);
	}

	private static Column withValue(ColumnType type, Object value) {
		return withDefault(type, new ColumnDefault.Value(value));
	}

	private static Column withExpression(ColumnType type, String sql) {
		return withDefault(type, new ColumnDefault.Expression(sql));
	}

	private static List<Column> numbered(Stream<Column> columns) {
		List<Column> numbered = new ArrayList<>();
		columns.forEach((column) -> numbered.add(column.withName("c" + numbered.size())));
		return numbered;
	}

	@Test
	void anEmptyDatabaseHasNothing() {
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
	}

	@Test
	void columnsOfEachType() {
		assertReadBack(table(numbered(Stream
			.of(Types.bool(), Types.tinyint(), Types.smallint(), Types.integer(), Types.bigint(), Types.real(),
					Types.doublePrecision(), Types.floating(20), Types.floating(40), Types.numeric(),
					Types.numeric(12, 3), Types.character(3), Types.varchar(), Types.varchar(30), Types.text(),
					Types.clob(), Types.binary(8), Types.varbinary(9), Types.blob(), Types.bit(1), Types.bit(5),
					Types.date(), Types.time(), Types.time(3), Types.timestamp(), Types.timestamp(0),
					Types.timestampWithTimeZone(), Types.timestampWithTimeZone(3), Types.uuid(), Types.json(),
					Types.enumeration("mood", "sad", "It's \"ok\", no?"),
					Types.raw(this.database.asPrinted("int(10) unsigned")), Types.raw("mediumtext"),
					Types.raw("decimal(4,1)"), Types.raw("set('a','b')"),
					Types.raw(this.database.isMysql() ? "year" : "year(4)"), Types.raw("point"))
			.map((type) -> column("c", type)))));
	}

	@Test
	void defaultsThatAreValuesAndThoseThatAreExpressions() {
		assertReadBack(table(numbered(Stream.of(withValue(Types.bool(), true), withValue(Types.bool(), false),
				withValue(Types.smallint(), 7), withValue(Types.integer(), -5),
				withValue(Types.bigint(), Long.MAX_VALUE), withValue(Types.bigint(), Long.MIN_VALUE),
				withValue(Types.numeric(20, 2), new BigDecimal("1.50")),
				withValue(Types.doublePrecision(), new BigDecimal("0.25")), withValue(Types.varchar(50), "none"),
				withValue(Types.text(), ""), withValue(Types.text(), "It's \\ a ''\n\"thing\"\t-- no comment \\n"),
				withValue(Types.text(), "now()"), withValue(Types.character(3), "abc"),
				withValue(Types.date(), LocalDate.of(2026, 1, 15)), withValue(Types.time(), LocalTime.of(10, 0)),
				withValue(Types.timestamp(0), LocalDateTime.of(2026, 1, 15, 10, 0, 0)),
				withValue(Types.json(), new Json("{\"a\": [1]}")),
				withValue(Types.enumeration("mood", "sad", "It's ok"), "It's ok"),
				withExpression(Types.integer(), "(1 + 2)"), withExpression(Types.date(), "curdate()"),
				withExpression(Types.timestamp(), "current_timestamp(6)"),
				(this.database.isMysql()) ? withExpression(Types.uuid(), "0x00000000000000010000000000000002")
						: withValue(Types.uuid(), new UUID(1, 2)),
				withExpression((this.database.isMysql()) ? Types.varchar(36) : Types.uuid(), "uuid()")))));
	}

	@Test
	void defaultsWithCharactersThatTheInformationSchemaLacks() {
		this.database.execute("alter database character set utf8mb4");
		assertReadBack(
				table(numbered(Stream.of(withValue(Types.varchar(50), "It's \\ 😀"), withValue(Types.text(), "😀"),
						withValue(Types.json(), new Json("[\"😀\"]")), withValue(Types.character(3), "😀é1")))));
		this.database.run((op) -> {
			op.alterColumn("hero", "c3", (c) -> c.notNull());
			op.alterColumn("hero", "c1", (c) -> c.defaultValue("a😀"));
		});
		this.database.execute("insert into hero (c2) values (default)");
		assertThat(this.database.values("select concat_ws(' ', c0, c1, c2, c3) as value from hero"))
			.containsExactly("It's \\ 😀 a😀 [\"😀\"] 😀é1");
		assertThat(reflect().table(HERO).orElseThrow().columns().get(3).defaultValue())
			.isEqualTo(new ColumnDefault.Value("😀é1"));
	}

	@Test
	void columnsThatCountAreComputedOrSayMore() {
		this.database.execute("alter database character set utf8mb4 collate utf8mb4_general_ci");
		Column id = new Column("id", Types.bigint(), false, null, Identity.BY_DEFAULT, "Its key", null, null, null);
		Column name = new Column("Odd `name`", Types.varchar(20), false, new ColumnDefault.Value("x"), null, "It's one",
				null, null, "utf8mb4_bin");
		Column stored = new Column("a", Types.integer(), true, null, null, null,
				new Computed(computed("`id` + 1"), false), null, null);
		Column virtual = new Column("b", Types.integer(), true, null, null, "B",
				new Computed(computed("`id` * 2"), true), null, null);
		Column changed = new Column("changed", Types.timestamp(3), true,
				new ColumnDefault.Expression("current_timestamp(3)"), null, null, null, "current_timestamp(3)", null);
		assertReadBack(new Table(HERO, List.of(id, name, changed), List.of(new PrimaryKey(null, List.of("id"))),
				List.of(), "Heroes; it's", List.of()));
		assertReadBack(new Table(TableName.of("other"), List.of(column("id", Types.bigint()), stored, virtual),
				List.of(), List.of(), null, List.of(new TableOption(this.product, "engine", "MyISAM"),
						new TableOption(this.product, "collate", "latin1_german1_ci"))));
	}

	private String computed(String expression) {
		return (this.database.isMysql()) ? "(" + expression + ")" : expression;
	}

	@Test
	void constraintsAndIndexes() {
		this.database.run((op) -> op.createTable("team", (t) -> {
			t.column("id", Types.bigint());
			t.column("town", Types.integer());
			t.primaryKey("id", "town");
		}));
		List<Column> columns = List.of(column("id", Types.bigint()).withNullable(false),
				column("team_id", Types.bigint()), column("town", Types.integer()), column("name", Types.varchar(50)));
		List<Constraint> constraints = List.of(new PrimaryKey(null, List.of("id")),
				new Unique("uq", List.of("name", "town")),
				new Check("ck",
						(this.database.isMysql()) ? "((`id` > 0) or (`name` = 'x'))" : "`id` > 0 or `name` = 'x'"),
				new ForeignKey("fk", List.of("team_id", "town"), TableName.of("team"), List.of("id", "town"),
						ReferentialAction.CASCADE, ReferentialAction.SET_NULL),
				new ForeignKey("fk2", List.of("team_id"), TableName.of("team"), List.of("id"), null, null));
		List<Index> indexes = List.of(
				new Index("ix1", List.of(new IndexColumn("name", false, true), new IndexColumn("id", false, false)),
						false, null),
				new Index("ix2", List.of(new IndexColumn("name", false, false, null, null, null, 5)), true, null),
				new Index("ix3", List.of(new IndexColumn("name", false, false)), false, null, "fulltext", List.of(),
						false, List.of(), null));
		assertReadBack(new Table(HERO, columns, constraints, indexes, null));
	}

	@Test
	void aCheckOfMysqlMayBeOneThatIsNotEnforced() {
		if (!this.database.isMysql()) {
			return;
		}
		Check check = new Check("ck", "(`id` > 0)", false, false, true);
		assertReadBack(table(List.of(column("id", Types.integer())), check));
		this.database.execute("insert into hero values (-1)");
		this.database.run((op) -> op.alterColumn("hero", "id", (c) -> c.rename("no")));
		assertThat(reflect().table(HERO).orElseThrow().constraints())
			.containsExactly(check.withCondition("(`no` > 0)"));
		this.database.run((op) -> {
			op.dropConstraint("ck", "hero", ConstraintType.CHECK);
			op.createCheckConstraint("ck", "hero", "no < 0", CheckSpec::notEnforced);
			op.renameTable("hero", "villain");
		});
		assertThat(reflect().table(TableName.of("villain")).orElseThrow().constraints())
			.containsExactly(check.withCondition("(`no` < 0)"));
	}

	@Test
	void aConditionOfAColumnHasNoName() {
		this.database.execute("create table hero (age int check (age > 0), data json check (json_length(data) > 1))");
		Table table = reflect().table(HERO).orElseThrow();
		if (this.database.isMysql()) {
			// there it is one of the table, with a name
			assertThat(table.columns()).containsExactly(column("age", Types.integer()), column("data", Types.json()));
			assertThat(table.constraints()).containsExactly(new Check("hero_chk_1", "(`age` > 0)"),
					new Check("hero_chk_2", "(json_length(`data`) > 1)"));
			return;
		}
		assertThat(table.columns()).containsExactly(column("age", Types.integer()),
				new Column("data", Types.text(), true, null, null, null, null, null, "utf8mb4_bin"));
		assertThat(table.constraints()).containsExactly(new Check(null, "`age` > 0"),
				new Check(null, "json_length(`data`) > 1"));
	}

	@Test
	void sequences() {
		if (this.database.isMysql()) {
			assertThat(reflect().sequences()).isEmpty();
			return;
		}
		this.database.execute("create database " + this.app);
		this.database.run((op) -> {
			op.createSequence("plain");
			op.createSequence("counter",
					(s) -> s.startWith(10).incrementBy(-5).minValue(1).maxValue(10).cache(7).cycle());
			op.createSequence(this.app + ".Other", (s) -> s.startWith(7).maxValue(100));
		});
		Schema schema = this.database.dialect()
			.reflect(SchemaFilter.defaultAnd(List.of(this.app)), this.database.session());
		assertThat(schema.sequences()).containsExactly(
				new Sequence(TableName.of("counter"), null,
						new SequenceOptions(null, -5L, 1L, false, 10L, false, 7L, true), null),
				new Sequence(TableName.of("plain"), null, SequenceOptions.NONE, null),
				new Sequence(new TableName(this.app, "Other"), null,
						new SequenceOptions(7L, null, null, false, 100L, false, null, null), null));
		assertThat(schema.schemas()).containsExactly(this.app);
	}

	@Test
	void viewsRoutinesAndTriggersAreReadAsTheyAreCreatedAgain() {
		this.database.execute("create table hero (id int, name varchar(20))");
		this.database.run((op) -> {
			op.createView("seen", "select id from hero where id > 1 with cascaded check option");
			op.createFunction("twice", "a int, b varchar(9)", "returns int deterministic return a * 2");
			op.createProcedure("note", "in a int, out b int", "sql security invoker begin set b = a; end");
			op.createProcedure("nothing", "", "comment 'It''s' begin end");
			op.createTrigger("tr", "hero", "before insert", "for each row set new.id = 7");
		});
		Schema schema = reflect();
		assertThat(schema.routines()).containsExactly(
				new Routine(TableName.of("note"), true, this.database.asPrinted("a int(11), out b int(11)"),
						"sql security invoker begin set b = a; end"),
				new Routine(TableName.of("nothing"), true, "", "comment 'It\\'s' begin end"),
				new Routine(TableName.of("twice"), false, this.database.asPrinted("a int(11), b varchar(9)"),
						this.database.asPrinted("returns int(11) deterministic return a * 2")));
		assertThat(schema.triggers())
			.containsExactly(new Trigger("tr", HERO, "before insert", "for each row set new.id = 7"));
		assertThat(schema.views()).containsExactly(new View(TableName.of("seen"),
				"select `hero`.`id` AS `id` from `hero` where %s with cascaded check option"
					.formatted(computed("`hero`.`id` > 1")),
				false));
		this.database.run((op) -> {
			schema.views().forEach(op::recreate);
			schema.routines().forEach(op::recreate);
			schema.triggers().forEach(op::recreate);
		});
		assertThat(reflect()).isEqualTo(schema);
	}

	@Test
	void theNumberOfQueriesDoesNotGrow() {
		this.database.execute("create table t0 (id int primary key)");
		createSequence(0);
		CountingSession few = new CountingSession(this.database.session());
		this.database.dialect().reflect(SchemaFilter.DEFAULT, few);
		for (int i = 1; i < 10; i++) {
			this.database.execute(
					"create table t%d (id int primary key, constraint fk%1$d foreign key (id) references t0 (id), check (id > 0))"
						.formatted(i),
					"create view v%d as select 1 as one".formatted(i),
					"create procedure p%d(a int) begin end".formatted(i));
			createSequence(i);
		}
		CountingSession many = new CountingSession(this.database.session());
		assertThat(this.database.dialect().reflect(SchemaFilter.DEFAULT, many).tables()).hasSize(10);
		assertThat(many.statements()).isEqualTo(few.statements()).isEqualTo((this.database.isMysql()) ? 10 : 14);
	}

	private void createSequence(int number) {
		if (!this.database.isMysql()) {
			this.database.execute("create sequence s" + number);
		}
	}

	@Test
	void onlyTheSchemasThatAreAskedForAreRead() {
		this.database.execute("create database " + this.app, "create table hero (id int)",
				"create table %s.villain (id int)".formatted(this.app));
		assertThat(reflect().tables()).extracting(Table::name).containsExactly(HERO);
		Schema other = this.database.dialect().reflect(SchemaFilter.of(List.of(this.app)), this.database.session());
		assertThat(other.tables()).extracting(Table::name).containsExactly(new TableName(this.app, "villain"));
		assertThat(this.database.dialect().reflect(SchemaFilter.of(List.of("nowhere")), this.database.session()))
			.isEqualTo(Schema.EMPTY);
	}

}
