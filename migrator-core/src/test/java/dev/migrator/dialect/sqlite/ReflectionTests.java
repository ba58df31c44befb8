package dev.migrator.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateObject;
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
import dev.migrator.schema.Deferral;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.CountingSession;
import dev.migrator.test.Databases;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.RandomSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What operations say of a table is read back from SQLite as they said it, and what other
 * people's statements say as far as operations have words for it.
 */
class ReflectionTests {

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase("sqlite");
	}

	@AfterEach
	void close() {
		this.database.close();
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
		return column("id", Types.integer()).withNullable(false);
	}

	@Test
	void anEmptyDatabaseHasNothing() {
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
		assertThat(this.database.dialect().reflect(SchemaFilter.ALL, this.database.session())).isEqualTo(Schema.EMPTY);
	}

	@Test
	void columnsOfEachType() {
		List<ColumnType> types = List.of(Types.bool(), Types.tinyint(), Types.smallint(), Types.integer(),
				Types.bigint(), Types.real(), Types.doublePrecision(), Types.floating(20), Types.numeric(),
				Types.numeric(12, 3), Types.character(3), Types.varchar(), Types.varchar(30), Types.text(),
				Types.clob(), Types.binary(8), Types.varbinary(), Types.varbinary(9), Types.blob(), Types.date(),
				Types.time(), Types.time(3), Types.timeWithTimeZone(), Types.timeWithTimeZone(2), Types.timestamp(),
				Types.timestamp(0), Types.timestampWithTimeZone(), Types.timestampWithTimeZone(6), Types.interval(),
				Types.intervalYearToMonth(), Types.intervalDayToSecond(), Types.uuid(), Types.json(), Types.xml(),
				Types.enumeration("mood", "sad", "It's \"ok\", no?", "ünï"), Types.raw("INT8"), Types.raw(""),
				Types.raw("Decimal (4,1)"), Types.raw("money"), Types.raw("NVARCHAR( 10 )"),
				Types.raw("Unsigned  Big Int"), Types.raw("\"Odd type\" x"), Types.raw("[a b](3)"));
		List<Column> columns = new ArrayList<>();
		for (ColumnType type : types) {
			columns.add(column("c" + columns.size(), type));
		}
		assertReadBack(table(columns));
	}

	@Test
	void defaultsThatAreValues() {
		List<Column> columns = Stream.of(withDefault(Types.bool(), true), withDefault(Types.bool(), false),
				withDefault(Types.tinyint(), 7), withDefault(Types.integer(), -5), withDefault(Types.integer(), 0),
				withDefault(Types.bigint(), Long.MAX_VALUE), withDefault(Types.bigint(), Long.MIN_VALUE),
				withDefault(Types.bigint(), 5), withDefault(Types.numeric(20, 2), new BigDecimal("1.5")),
				withDefault(Types.numeric(40, 2), new BigDecimal("-123456789012345678901234567890.5")),
				withDefault(Types.doublePrecision(), new BigDecimal("0.25")), withDefault(Types.varchar(50), "none"),
				withDefault(Types.varchar(50), "It's \\ a ''\"thing\" -- no comment"),
				withDefault(Types.varchar(50), "two\nlines\0"), withDefault(Types.varchar(50), "current_timestamp"),
				withDefault(Types.varchar(50), "ünïcödé 🦸 \\"), withDefault(Types.text(), ""),
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
		assertReadBack(table(List.of(withExpression("a", Types.timestamp(), "current_timestamp"),
				withExpression("b", Types.date(), "CURRENT_DATE"), withExpression("c", Types.integer(), "1 + (2)"),
				withExpression("d", Types.text(), "lower('A')"), withExpression("e", Types.blob(), "x'00ff'"),
				withExpression("f", Types.varchar(20), "5"), withExpression("g", Types.bool(), "1 = 1"))));
	}

	private static Column withExpression(String name, ColumnType type, String expression) {
		return new Column(name, type, true, new ColumnDefault.Expression(expression), false, null);
	}

	@Test
	void notNullCollationsAndNames() {
		Table table = new Table(TableName.of("\"Héro's \"\"first\"\"\""),
				List.of(column("select", Types.integer()).withNullable(false),
						new Column("Naïve Name", Types.text(), true, null, null, null, null, null, "nocase"),
						new Column("a.b", Types.text(), false, new ColumnDefault.Value("x"), null, null, null, null,
								"rtrim"),
						column("quo\"ted", Types.integer()), column("a]b`c", Types.integer()),
						column("generated", Types.integer()), column("HERO", Types.integer())),
				List.of(new PrimaryKey("The Key", List.of("select", "a.b")),
						new Unique("U.Q", List.of("quo\"ted", "Naïve Name")), new Check("Ch\"eck", "\"a]b`c\" <> ')'")),
				List.of(new Index("Ix \"1\"", List.of(new IndexColumn("a.b", false, false)), false, null)), null);
		assertReadBack(table);
	}

	@Test
	void whatCountsUp() {
		Column counted = new Column("id", Types.integer(), false, null, Identity.BY_DEFAULT, null, null, null, null);
		assertReadBack(table(List.of(counted, column("name", Types.text())), new PrimaryKey("pk", List.of("id"))));
		this.database.execute("create table plain (id integer primary key, name)",
				"create table desc_key (id integer primary key desc)", "create table int_key (id int primary key)",
				"create table text_key (id text primary key)",
				"create table no_rowid (id text primary key, n int) without rowid",
				"create table beside (id integer, primary key (id autoincrement))");
		assertThat(Stream.of("plain", "desc_key", "int_key", "text_key", "no_rowid", "beside")
			.map((table) -> reflect(table).columns().get(0))).extracting(Column::nullable, Column::identity)
			.containsExactly(tuple(false, null), tuple(true, null), tuple(true, null), tuple(true, null),
					tuple(false, null), tuple(false, Identity.BY_DEFAULT));
	}

	@Test
	void computedColumns() {
		assertReadBack(table(List.of(column("name", Types.text()), column("age", Types.integer()),
				computed("greeting", Types.text(), "'Hi (' || name", false),
				computed("double", Types.integer(), "age * (2)", true))));
		this.database.execute("create table other (a int, b as (a+1), c int generated always as ( a ) stored unique)");
		assertThat(reflect("other").columns()).containsExactly(column("a", Types.integer()),
				computed("b", Types.raw(""), "a+1", true), computed("c", Types.integer(), "a", false));
	}

	private static Column computed(String name, ColumnType type, String expression, boolean virtual) {
		return new Column(name, type, true, null, null, null, new Computed(expression, virtual), null, null);
	}

	@Test
	void keysAndChecks() {
		this.database.execute("create table team (id integer primary key, a int, b int, unique (b, a))");
		assertReadBack(table(
				List.of(id(), column("a", Types.integer()), column("b", Types.integer()), column("c", Types.text())),
				new PrimaryKey("pk_hero", List.of("id")), new Unique("uq_a", List.of("b", "a")),
				new Unique(null, List.of("c")), new Check("ck_a", "a > 0 and (b < 5 or c in ('x', ')'))"),
				new Check(null, "c is not null"),
				new ForeignKey("fk_1", List.of("a", "b"), TableName.of("team"), List.of("b", "a"),
						ReferentialAction.CASCADE, ReferentialAction.SET_NULL, List.of(), null,
						Deferral.INITIALLY_DEFERRED, false, false),
				new ForeignKey(null, List.of("b"), TableName.of("hero"), List.of("id"), ReferentialAction.RESTRICT,
						ReferentialAction.SET_DEFAULT, List.of(), null, Deferral.INITIALLY_IMMEDIATE, false, false),
				new ForeignKey("fk_3", List.of("c"), TableName.of("nowhere"), List.of("x"), null, null)));
	}

	@Test
	void constraintsOfOtherPeoplesStatements() {
		this.database.execute("create table \"Team\" (\"Id\" text, \"No\" int, primary key (\"Id\", \"No\"))", """
				CREATE TABLE IF NOT EXISTS main . [hero] ( -- (the first, one
				    `Id` INTEGER CONSTRAINT "PK" PRIMARY KEY ON CONFLICT REPLACE,
				    "Team" TEXT not  null /* , */ DEFAULT none COLLATE NOCASE UNIQUE on conflict ignore,
				    no int default (7) null references TEAM on update no action not deferrable initially immediate,
				    'parent' references HERO(ID) on delete set default match full deferrable
				        check (parent <> id /* itself */) constraint lost,
				    e varchar(3) check (e in ('abc', 'd')), f varchar(9) check (f in ('abc', 'd')),
				    constraint "un" unique (TEAM collate nocase asc, no desc)
				    check (no > 1) on conflict abort,
				    foreign key (team, NO) references team deferrable initially deferred
				)""");
		Table hero = reflect("hero");
		assertThat(hero.columns()).containsExactly(column("Id", Types.integer()).withNullable(false),
				new Column("Team", Types.text(), false, new ColumnDefault.Value("none"), null, null, null, null,
						"NOCASE"),
				withDefault(Types.integer(), 7).withName("no"), column("parent", Types.raw("")),
				column("e", new EnumType(null, List.of("abc", "d"))), column("f", Types.varchar(9)));
		assertThat(hero.constraints()).containsExactlyInAnyOrder(new PrimaryKey("PK", List.of("Id")),
				new Unique(null, List.of("Team")), new Unique("un", List.of("Team", "no")),
				new Check(null, "parent <> id /* itself */"), new Check(null, "f in ('abc', 'd')"),
				new Check(null, "no > 1"),
				new ForeignKey(null, List.of("no"), TableName.of("Team"), List.of("Id", "No"), null, null),
				new ForeignKey(null, List.of("parent"), TableName.of("hero"), List.of("Id"),
						ReferentialAction.SET_DEFAULT, null, List.of(), null, Deferral.INITIALLY_IMMEDIATE, false,
						false),
				new ForeignKey(null, List.of("Team", "no"), TableName.of("Team"), List.of("Id", "No"), null, null,
						List.of(), null, Deferral.INITIALLY_DEFERRED, false, false));
	}

	@Test
	void tableOptions() {
		assertReadBack(new Table(TableName.of("hero"), List.of(id()), List.of(new PrimaryKey(null, List.of("id"))),
				List.of(), null, List.of(new TableOption("sqlite", "without_rowid", "true"),
						new TableOption("sqlite", "strict", "true"))));
	}

	@Test
	void indexes() {
		List<Column> columns = List.of(column("a", Types.integer()), column("b", Types.text()),
				column("Odd \"one\"", Types.text()));
		IndexColumn odd = new IndexColumn("Odd \"one\"", false, true, "nocase", null, null, null);
		assertReadBack(new Table(TableName.of("hero"), columns, List.of(),
				List.of(index("ix_1", false, null, new IndexColumn("a", false, false), odd),
						index("ux_2", true, "a is not null and b <> ')'", new IndexColumn("b", false, false)),
						index("Ix 3", false, null, new IndexColumn("lower(b)", true, true),
								new IndexColumn("(a + 1) * (a - 1)", true, false), odd),
						index("ix_4", true, "length(b) > 1",
								new IndexColumn("b || 'x, y'", true, false, "nocase", null, null, null))),
				null));
		this.database.execute(
				"CREATE  UNIQUE INDEX if not exists main.\"on\" ON Hero(A ASC, b COLLATE rtrim, coalesce(a,1)) where\n a > 1 -- end");
		assertThat(reflect("hero").indexes()).contains(index("on", true, "a > 1 -- end",
				new IndexColumn("a", false, false), new IndexColumn("b", false, false, "rtrim", null, null, null),
				new IndexColumn("coalesce(a,1)", true, false)));
	}

	private static Index index(String name, boolean unique, @Nullable String where, IndexColumn... columns) {
		return new Index(name, List.of(columns), unique, where);
	}

	@Test
	void viewsAndTriggers() {
		Trigger trigger = new Trigger("Tr \"1\"", TableName.of("hero"), "after update of id, \"on\"",
				"when new.id > 1 begin select 1; insert into hero values (5, 'on'); end");
		View seen = new View(TableName.of("Seen it"), "select id as \"as\" from hero where \"on\" <> ' as '", false);
		Trigger onView = new Trigger("tr_2", TableName.of("Seen it"), "instead of insert",
				"for each row begin select 1; end");
		this.database.execute("create table hero (id int, \"on\" text)");
		this.database
			.run((op) -> List.of(seen, trigger, onView).forEach((object) -> op.apply(new CreateObject(object))));
		assertThat(reflect().views()).containsExactly(seen);
		assertThat(reflect().triggers()).containsExactlyInAnyOrder(trigger, onView);
	}

	@Test
	void aViewThatNamesItsColumnsMakesTheSameAgain() {
		this.database.execute("create table hero (id int)", "insert into hero values (7)",
				"create view if not exists main.seen (\"No\", twice) as select id, 2 * id from hero");
		Schema schema = reflect();
		this.database.execute("drop view seen");
		this.database.run((op) -> schema.views().forEach((view) -> op.apply(new CreateObject(view))));
		assertThat(this.database.values("select \"No\" || ' ' || twice as \"value\" from seen"))
			.containsExactly("7 14");
	}

	@Test
	void aViewOnWhatIsNotThere() {
		this.database.execute("create table gone (id int)", "create view lost as select * from gone",
				"create table hero (id int references gone (id))", "drop table gone");
		assertThat(reflect().views()).containsExactly(new View(TableName.of("lost"), "select * from gone", false));
		assertThat(reflect("hero").constraints())
			.containsExactly(new ForeignKey(null, List.of("id"), TableName.of("gone"), List.of("id"), null, null));
	}

	@Test
	void whatBelongsToSqliteOrToTheSessionIsLeftOut() {
		this.database.execute("create temp table mine (id int)", "create virtual table found using fts5 (text)",
				"create table hero (id integer primary key autoincrement)", "insert into hero values (1)", "analyze");
		assertThat(reflect().tables()).extracting(Table::name).containsExactly(TableName.of("hero"));
	}

	@Test
	void whatWasRenamedIsReadUnderItsNewName() {
		this.database.execute("create table hero (id integer primary key, a int check (a > 1))",
				"create table child (hero_id int references hero (id))", "create index ix on hero (a)",
				"create trigger tr after insert on hero begin select 1; end");
		this.database.run((op) -> {
			op.renameTable("hero", "The \"villain\"");
			op.execute("alter table \"The \"\"villain\"\"\" rename column a to \"b c\"");
		});
		Table villain = reflect("\"The \"\"villain\"\"\"");
		assertThat(villain.columns()).extracting(Column::name).containsExactly("id", "b c");
		assertThat(villain.constraints()).contains(new Check(null, "\"b c\" > 1"));
		assertThat(villain.indexes()).containsExactly(index("ix", false, null, new IndexColumn("b c", false, false)));
		assertThat(reflect("child").constraints())
			.containsExactly(new ForeignKey(null, List.of("hero_id"), villain.name(), List.of("id"), null, null));
		assertThat(reflect().triggers()).extracting(Trigger::table).containsExactly(villain.name());
	}

	@Test
	void attachedDatabasesAreSchemas(@TempDir Path folder) {
		this.database.execute("attach '%s' as \"My App\"".formatted(folder.resolve("app.db")),
				"attach ':memory:' as nobody", "create table hero (id integer primary key)",
				"create table \"My App\".hero (id integer primary key, parent references hero)",
				"create index \"My App\".ix on hero (parent)", "create view \"My App\".seen as select 1 as x");
		Schema all = this.database.dialect().reflect(SchemaFilter.ALL, this.database.session());
		assertThat(all.schemas()).containsExactly("My App");
		assertThat(all.tables()).extracting(Table::name)
			.containsExactly(TableName.of("hero"), new TableName("My App", "hero"));
		assertThat(all.tables().get(1).indexes()).hasSize(1);
		assertThat(all.views()).extracting(View::name).containsExactly(new TableName("My App", "seen"));
		assertThat(reflect().tables()).containsExactly(all.tables().get(0));
		assertThat(
				this.database.dialect().reflect(SchemaFilter.of(List.of("My App")), this.database.session()).tables())
			.containsExactly(all.tables().get(1));
	}

	@Test
	void anAttachedDatabaseThatIsEmptyIsASchemaForWhoeverNamesIt() {
		this.database.execute("attach ':memory:' as app", "attach ':memory:' as other");
		Schema read = this.database.dialect()
			.reflect(SchemaFilter.defaultAnd(List.of("app", "absent")), this.database.session());
		assertThat(read.schemas()).containsExactly("app");
	}

	@Test
	void whatARebuildMakesIsReadAsWhatWasSaid() {
		this.database.execute("create table hero (id integer primary key, a int, b text)");
		Dialect dialect = this.database.dialect();
		List.of(new AddConstraint(TableName.of("hero"), new Check("ck", "a > 1")),
				new AddConstraint(TableName.of("hero"), new Unique("uq", List.of("b", "a"))))
			.forEach((operation) -> dialect.render(operation, this.database.session())
				.statements()
				.forEach(this.database.session()::execute));
		assertThat(reflect("hero").constraints()).containsExactly(new PrimaryKey(null, List.of("id")),
				new Unique("uq", List.of("b", "a")), new Check("ck", "a > 1"));
	}

	@Test
	void inMemoryAndInAFileItIsTheSame(@TempDir Path folder) {
		RandomSchemas schemas = new RandomSchemas(this.database.dialect(), 42);
		Schema schema = schemas.schema();
		for (SqlSession session : List.of(JdbcSession.open(Databases.sqliteFile(folder.resolve("x.db"))),
				JdbcSession.open(Databases.sqliteInMemory()))) {
			try (session) {
				Dialect dialect = Dialects.of(session.database());
				RandomSchemas.creation(schema).forEach((op) -> dialect.render(op).forEach(session::execute));
				assertThat(dialect.reflect(SchemaFilter.ALL, session)).isEqualTo(schema);
			}
		}
	}

	@Test
	void theNumberOfQueriesDoesNotGrow() {
		this.database.execute("create table t0 (id int primary key, v text)");
		int one = queries(1);
		for (int i = 1; i < 300; i++) {
			this.database.execute("create table t%d (id int primary key, parent int references t%d, v text unique)"
				.formatted(i, i - 1), "create index ix_%d on t%1$d (v)".formatted(i));
		}
		assertThat(queries(300)).isEqualTo(one).isLessThan(5);
	}

	private int queries(int tables) {
		CountingSession session = new CountingSession(this.database.session());
		assertThat(this.database.dialect().reflect(SchemaFilter.ALL, session).tables()).hasSize(tables);
		return session.statements();
	}

}
