package dev.migrator.dialect.postgresql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StorageParameter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operations said of tables is read back from PostgreSQL.
 */
class ReflectionTests {

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase("postgresql");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private boolean isFrom(int version) {
		return new PostgresqlVersion(this.database.session().database()).has(version);
	}

	private Schema reflect() {
		return this.database.dialect().reflect(SchemaFilter.DEFAULT, this.database.session());
	}

	private Table reflect(String table) {
		return reflect().table(TableName.of(table)).orElseThrow();
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
		return new Table(TableName.of("hero"), columns, List.of(constraints), List.of(), null);
	}

	private static Column column(String name, ColumnType type) {
		return new Column(name, type);
	}

	private static Column id() {
		return new Column("id", Types.bigint(), false, null, null, null, null, null, null);
	}

	@Test
	void anEmptyDatabaseHasNothing() {
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
	}

	@Test
	void columnsOfEachType() {
		this.database.run((op) -> op.createEnum("mood", "sad", "It's \"ok\", no?"));
		ColumnType mood = Types.enumeration("mood", "sad", "It's \"ok\", no?");
		List<ColumnType> types = List.of(Types.bool(), Types.tinyint(), Types.smallint(), Types.integer(),
				Types.bigint(), Types.real(), Types.doublePrecision(), Types.floating(20), Types.floating(40),
				Types.numeric(), Types.numeric(12, 3), Types.character(3), Types.varchar(), Types.varchar(30),
				Types.text(), Types.clob(), Types.binary(8), Types.varbinary(9), Types.blob(), Types.bit(1),
				Types.bit(5), Types.bitVarying(6), Types.date(), Types.time(), Types.time(3), Types.timeWithTimeZone(),
				Types.timeWithTimeZone(2), Types.timestamp(), Types.timestamp(0), Types.timestampWithTimeZone(),
				Types.timestampWithTimeZone(6), Types.interval(), Types.intervalYearToMonth(),
				Types.intervalDayToSecond(), Types.uuid(), Types.json(), Types.xml(), mood, Types.array(mood),
				Types.array(Types.integer()), Types.array(Types.varchar(5), 7), Types.array(Types.numeric(5, 2)),
				Types.array(Types.timestampWithTimeZone(3)), Types.raw("int4range"), Types.raw("json"),
				Types.raw("int8"), Types.raw("decimal(4,1)"), Types.raw("timestamptz"), Types.raw("varchar(3)[]"),
				Types.raw("interval hour to minute"), Types.raw("char"), Types.raw("\"char\""), Types.raw("name"),
				Types.raw("money"), Types.raw("oid"), Types.raw("tsvector"), Types.raw("bpchar"));
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < types.size(); i++) {
			columns.add(column("c" + i, types.get(i)));
		}
		assertReadBack(table(columns));
	}

	@Test
	void domainsStandInTheDatabasesOwnWordsAndTypesBesideTablesByTheirNames() {
		this.database.execute("create domain email as text", "create type point3 as (x integer, y integer)",
				"create table row_type (x integer)", "create schema \"My App\"",
				"create domain \"My App\".\"An e-mail\" as text", "create type \"My App\".mood as enum ('sad')");
		assertReadBack(table(List.of(column("a", Types.raw("email")), column("b", Types.composite("point3")),
				column("c", Types.raw("\"My App\".\"An e-mail\"")), column("d", Types.array(Types.raw("email"))),
				column("e", Types.enumeration("\"My App\".mood", "sad")),
				column("f", Types.array(Types.composite("point3"))), column("g", Types.raw("row_type")))));
	}

	@Test
	void typesOfSeveralAttributesWithAllThatTheySay() {
		this.database.execute("create schema app", "create domain email as text", "create type mood as enum ('sad')",
				"create type app.zone as (code varchar(4), gone text)", "alter type app.zone drop attribute gone",
				"""
						create type "The Place" as (z numeric(9, 6), "a b" email, mood mood, moods mood[], zone app.zone,
						zones app.zone[], since timestamptz(3), name text collate "C", "names" text[] collate "C")""",
				"create type nothing as ()", "create table hero (id int)", "create view seen as select 1 as x");
		Schema schema = this.database.dialect()
			.reflect(SchemaFilter.defaultAnd(List.of("app")), this.database.session());
		ColumnType mood = Types.enumeration("mood", "sad");
		ColumnType zone = Types.composite("app.zone");
		assertThat(schema.composites()).containsExactly(
				new CompositeType(TableName.of("\"The Place\""),
						List.of(new Attribute("z", Types.numeric(9, 6)), new Attribute("a b", Types.raw("email")),
								new Attribute("mood", mood), new Attribute("moods", Types.array(mood)),
								new Attribute("zone", zone), new Attribute("zones", Types.array(zone)),
								new Attribute("since", Types.timestampWithTimeZone(3)),
								new Attribute("name", Types.raw("text collate \"C\"")),
								new Attribute("names", Types.raw("text[] collate \"C\"")))),
				new CompositeType(TableName.of("nothing"), List.of()),
				new CompositeType(TableName.of("app.zone"), List.of(new Attribute("code", Types.varchar(4)))));
		assertThat(this.database.dialect().reflect(SchemaFilter.DEFAULT, this.database.session()).composites())
			.hasSize(2);
	}

	@Test
	void defaultsThatAreValues() {
		this.database.run((op) -> op.createEnum("mood", "sad", "happy"));
		List<Column> columns = Stream.of(withDefault(Types.bool(), true), withDefault(Types.bool(), false),
				withDefault(Types.smallint(), 7), withDefault(Types.integer(), -5), withDefault(Types.integer(), 0),
				withDefault(Types.bigint(), Long.MAX_VALUE), withDefault(Types.bigint(), Long.MIN_VALUE),
				withDefault(Types.bigint(), 5), withDefault(Types.numeric(20, 2), new BigDecimal("1.50")),
				withDefault(Types.numeric(), new BigDecimal("-123456789012345678901234567890")),
				withDefault(Types.doublePrecision(), new BigDecimal("0.25")), withDefault(Types.varchar(50), "none"),
				withDefault(Types.text(), ""), withDefault(Types.text(), "It's \\ a ''\n\"thing\" -- no comment"),
				withDefault(Types.text(), "now()"), withDefault(Types.text(), "ünïcödé 🦸"),
				withDefault(Types.character(3), "abc"), withDefault(Types.date(), LocalDate.of(2026, 1, 15)),
				withDefault(Types.time(), LocalTime.of(10, 0)),
				withDefault(Types.time(3), LocalTime.of(10, 0, 1, 500_000_000)),
				withDefault(Types.timestamp(), LocalDateTime.of(2026, 1, 15, 10, 0, 0)),
				withDefault(Types.uuid(), new UUID(1, 2)),
				withDefault(Types.json(), new Json("{\"a\": [1, \"It's\"]}")),
				withDefault(Types.enumeration("mood", "sad", "happy"), "happy"))
			.toList();
		List<Column> numbered = new ArrayList<>();
		columns.forEach((column) -> numbered.add(column.withName("c" + numbered.size())));
		assertReadBack(table(numbered));
	}

	private static Column withDefault(ColumnType type, Object value) {
		return new Column("c", type, true, new ColumnDefault.Value(value), false, null);
	}

	@Test
	void defaultsThatAreExpressions() {
		this.database.execute("create sequence hero_no", "create schema app", "create sequence app.hero_no",
				"create function code() returns integer language sql return 7");
		assertReadBack(table(List.of(withExpression("a", Types.timestampWithTimeZone(), "now()"),
				withExpression("b", Types.date(), "CURRENT_DATE"),
				withExpression("c", Types.uuid(), "gen_random_uuid()"), withExpression("d", Types.integer(), "1 + 2"),
				withExpression("e", Types.text(), "lower('A'::text)"),
				withExpression("f", Types.bigint(), "nextval('public.hero_no'::regclass)"),
				withExpression("g", Types.bigint(), "nextval('app.hero_no'::regclass)"),
				withExpression("h", Types.integer(), "public.code()"),
				withExpression("i", Types.blob(), "'\\x00ff'::bytea"))));
	}

	private static Column withExpression(String name, ColumnType type, String expression) {
		return new Column(name, type, true, new ColumnDefault.Expression(expression), false, null);
	}

	@Test
	void aDefaultIsTheSameWhoeverAsks() {
		this.database.execute("create table public.hero (a timestamptz default '2026-01-15 10:00:00+00', b date "
				+ "default '2026-02-01', c interval default '30 hours', d bytea default '\\x00ff', e real default 0.1)");
		Schema before = reflect();
		this.database.execute("set time zone 'Asia/Tokyo'");
		assertThat(reflect()).isEqualTo(before);
	}

	@Test
	void notNullCommentsCollationsAndNames() {
		Table table = new Table(TableName.of("\"Héro's \"\"first\"\"\""),
				List.of(new Column("select", Types.integer(), false, null, false, "It's a \"comment\"\nof two lines"),
						new Column("Naïve Name", Types.text(), true, null, null, null, null, null, "C"),
						new Column("a.b", Types.text(), false, null, null, null, null, null, "POSIX"),
						column("quo\"ted", Types.integer())),
				List.of(new PrimaryKey("The Key", List.of("select", "a.b")),
						new Unique("U.Q", List.of("quo\"ted", "Naïve Name"))),
				List.of(new Index("Ix \"1\"", List.of(new IndexColumn("a.b", false, false)), false, null)),
				"All \\ about it's");
		assertReadBack(table);
	}

	@Test
	void identity() {
		List<Identity> identities = List.of(Identity.BY_DEFAULT, Identity.ALWAYS,
				new Identity(true, new SequenceOptions(1000L, 10L, null, false, null, false, null, null)),
				new Identity(false, new SequenceOptions(null, -1L, null, false, null, false, 20L, true)),
				new Identity(false, new SequenceOptions(null, null, -5L, false, 5L, false, null, null)));
		for (int i = 0; i < identities.size(); i++) {
			for (ColumnType type : List.of(Types.bigint(), Types.integer(), Types.smallint())) {
				assertReadBack(new Table(TableName.of("t" + i + type.toString().replaceAll("\\W", "")),
						List.of(new Column("id", type, false, null, identities.get(i), null, null, null, null)),
						List.of(), List.of(), null));
			}
		}
		assertThat(reflect().sequences()).isEmpty();
	}

	@Test
	void computedColumns() {
		List<Column> columns = new ArrayList<>(List.of(column("name", Types.text()), column("age", Types.integer()),
				computed("greeting", Types.text(), "'Hi '::text || name", false),
				computed("double", Types.integer(), "age * 2", false)));
		if (isFrom(18)) {
			columns.add(computed("half", Types.integer(), "age / 2", true));
		}
		assertReadBack(table(columns));
	}

	private static Column computed(String name, ColumnType type, String expression, boolean virtual) {
		return new Column(name, type, true, null, null, null, new Computed(expression, virtual), null, null);
	}

	@Test
	void keysAndChecks() {
		Deferral immediate = Deferral.INITIALLY_IMMEDIATE;
		assertReadBack(table(
				List.of(id(), column("a", Types.integer()), column("b", Types.integer()), column("c", Types.text())),
				new PrimaryKey("pk_hero", List.of("id"), List.of("c", "a"), null, Deferral.INITIALLY_DEFERRED),
				new Unique("uq_a", List.of("b", "a")),
				new Unique("uq_b", List.of("c"), false, List.of("b"), null, immediate),
				new Check("ck_a", "a > 0 AND b < 5 OR c IS NULL"), new Check("ck_b", "a > 1", true, false, false),
				new Check("ck_c", "c = ANY (ARRAY['x'::text, 'y'::text])")));
	}

	@Test
	void uniqueKeysToWhichNullsAreEqual() {
		if (isFrom(15)) {
			assertReadBack(table(List.of(column("a", Types.integer())),
					new Unique("uq", List.of("a"), true, List.of(), null, null)));
		}
	}

	@Test
	void aKeyThatTookAnIndexIsAKey() {
		this.database.run((op) -> {
			op.createTable("hero", (t) -> t.column("id", Types.bigint()).notNull());
			op.createIndex("ix_hero", "hero", (index) -> index.columns("id").unique());
			op.createPrimaryKey("pk_hero", "hero", (key) -> key.usingIndex("ix_hero"));
		});
		assertThat(reflect("hero")).isEqualTo(table(List.of(id()), new PrimaryKey("pk_hero", List.of("id"))));
	}

	@Test
	void foreignKeys() {
		this.database.run((op) -> {
			op.createSchema("app");
			op.createTable("team", (t) -> {
				t.column("id", Types.bigint()).primaryKey();
				t.column("a", Types.integer());
				t.column("b", Types.integer());
				t.unique("b", "a");
			});
			op.createTable("app.team", (t) -> t.column("id", Types.bigint()).primaryKey());
		});
		List<Constraint> keys = new ArrayList<>();
		for (ReferentialAction action : ReferentialAction.values()) {
			ReferentialAction kept = (action != ReferentialAction.NO_ACTION) ? action : null;
			keys.add(foreignKey("fk_delete_" + action, kept, null, List.of(), null, null));
			keys.add(foreignKey("fk_update_" + action, null, kept, List.of(), null, null));
		}
		keys.add(foreignKey("fk_full", null, null, List.of(), ForeignKeyMatch.FULL, null));
		keys.add(foreignKey("fk_deferrable", null, null, List.of(), null, Deferral.INITIALLY_IMMEDIATE));
		keys.add(foreignKey("fk_deferred", null, null, List.of(), null, Deferral.INITIALLY_DEFERRED));
		keys.add(new ForeignKey("fk_app", List.of("id"), TableName.of("app.team"), List.of("id"), null, null));
		keys.add(new ForeignKey("fk_self", List.of("id"), TableName.of("hero"), List.of("id"), null, null));
		if (isFrom(15)) {
			keys.add(foreignKey("fk_some", ReferentialAction.SET_NULL, null, List.of("y"), null, null));
		}
		keys.add(new PrimaryKey("pk", List.of("id")));
		assertReadBack(table(List.of(id(), column("x", Types.integer()), column("y", Types.integer())),
				keys.toArray(Constraint[]::new)));
	}

	private static ForeignKey foreignKey(String name, @Nullable ReferentialAction onDelete,
			@Nullable ReferentialAction onUpdate, List<String> onDeleteColumns, @Nullable ForeignKeyMatch match,
			@Nullable Deferral deferral) {
		return new ForeignKey(name, List.of("x", "y"), TableName.of("team"), List.of("a", "b"), onDelete, onUpdate,
				onDeleteColumns, match, deferral, false, false);
	}

	@Test
	void constraintsThatAreNotValidYet() {
		Constraint check = new Check("ck", "id > 0", false, true, false);
		Constraint key = new ForeignKey("fk", List.of("id"), TableName.of("hero"), List.of("id"), null, null, List.of(),
				null, null, true, false);
		Table table = table(List.of(id()), new PrimaryKey("pk", List.of("id")));
		this.database.run((op) -> {
			op.apply(new CreateTable(table, false));
			op.apply(new AddConstraint(table.name(), check));
			op.apply(new AddConstraint(table.name(), key));
		});
		assertThat(reflect("hero").constraints()).contains(check, key);
		this.database.run((op) -> {
			op.validateConstraint("ck", "hero");
			op.validateConstraint("fk", "hero");
		});
		assertThat(reflect("hero").constraints()).contains(new Check("ck", "id > 0"),
				new ForeignKey("fk", List.of("id"), TableName.of("hero"), List.of("id"), null, null));
	}

	@Test
	void exclusionConstraints() {
		IndexColumn during = new IndexColumn("during", false, false);
		assertReadBack(table(
				List.of(column("during", Types.raw("int4range")), column("room", Types.integer()),
						column("name", Types.text())),
				new Exclusion("ex_a", "gist", List.of(new Exclusion.Element(during, "&&")), null, null),
				new Exclusion("ex_b", "gist", List.of(new Exclusion.Element(during, "-|-")), "room > 1",
						Deferral.INITIALLY_DEFERRED),
				new Exclusion("ex_c", null, List.of(new Exclusion.Element(new IndexColumn("room", false, false), "="),
						new Exclusion.Element(
								new IndexColumn("lower(name)", true, false, null, "text_pattern_ops", null, null),
								"=")),
						null, null)));
	}

	@Test
	void indexes() {
		this.database
			.execute("create table hero (id bigint not null, name text, age integer, tags jsonb, sure boolean)");
		List<Index> indexes = new ArrayList<>(List.of(index("ix_a", columns("name", "age")),
				new Index("ix_b", columns("id"), true, null),
				new Index("ix_c", columns("id"), true, "age > 5 AND sure"),
				new Index("ix_d", columns("tags"), false, null, "gin", List.of(), false, List.of(), null),
				new Index("ix_e", columns("id"), true, null, null, List.of("name", "age"), false, List.of(), null),
				new Index("ix_f", columns("id"), false, null, null, List.of(), false,
						List.of(new StorageParameter("fillfactor", "70")), null),
				new Index("ix_g", columns("id"), false, null, "hash", List.of(), false, List.of(), null),
				index("ix_h",
						List.of(new IndexColumn("name", false, true), new IndexColumn("age", false, false),
								new IndexColumn("lower(name)", true, false))),
				index("ix_i",
						List.of(part("name", false, false, "C", null, null),
								part("name", false, true, null, null, NullsOrder.LAST),
								part("age", false, false, null, null, NullsOrder.FIRST),
								part("name", false, false, null, "text_pattern_ops", null))),
				index("ix_j",
						List.of(part("(age + 1)", true, true, null, null, NullsOrder.LAST),
								part("upper(name)", true, false, "C", "text_pattern_ops", null),
								new IndexColumn("COALESCE(name, ''::text)", true, false))),
				new Index("ix_k", List.of(part("tags", false, false, null, "jsonb_path_ops", null)), false, null, "gin",
						List.of(), false, List.of(new StorageParameter("fastupdate", "off")), null)));
		if (isFrom(15)) {
			indexes.add(new Index("ix_l", columns("age"), true, null, null, List.of(), true, List.of(), null));
		}
		this.database.run((op) -> indexes.forEach((index) -> op
			.apply(new dev.migrator.operation.CreateIndex(TableName.of("hero"), index, false, false))));
		assertThat(reflect("hero").indexes()).containsExactlyElementsOf(indexes);
	}

	private static Index index(String name, List<IndexColumn> columns) {
		return new Index(name, columns, false, null);
	}

	private static List<IndexColumn> columns(String... names) {
		return Stream.of(names).map((name) -> new IndexColumn(name, false, false)).toList();
	}

	private static IndexColumn part(String text, boolean expression, boolean descending, @Nullable String collation,
			@Nullable String operatorClass, @Nullable NullsOrder order) {
		return new IndexColumn(text, expression, descending, collation, operatorClass, order, null);
	}

	@Test
	void optionsOfTables() {
		assertReadBack(new Table(TableName.of("a"), List.of(id()), List.of(), List.of(), null,
				List.of(option("unlogged", "true"), option("with", "fillfactor = 70, autovacuum_enabled = false"))));
		assertReadBack(new Table(TableName.of("b"), List.of(id(), column("born", Types.date())), List.of(), List.of(),
				null, List.of(option("partition_by", "RANGE (born)"))));
		assertReadBack(new Table(TableName.of("c"), List.of(column("more", Types.text())), List.of(), List.of(), null,
				List.of(option("inherits", "a"))));
	}

	private static TableOption option(String name, String value) {
		return new TableOption("postgresql", name, value);
	}

}
