package dev.migrator.dialect.h2;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSequence;
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
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.CountingSession;
import dev.migrator.test.Databases;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.RandomSchemas;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What operations say of a table is read back from H2 as they said it.
 */
class ReflectionTests {

	private static final String TRIGGER = """
			org.h2.api.Trigger create() {
			    return (connection, before, after) -> { };
			}""";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase("h2");
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
		return column("id", Types.bigint()).withNullable(false);
	}

	@Test
	void anEmptyDatabaseHasNothing() {
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
		assertThat(this.database.dialect().reflect(SchemaFilter.ALL, this.database.session())).isEqualTo(Schema.EMPTY);
		assertThat(this.database.dialect().reflect(SchemaFilter.of(List.of("app")), this.database.session()))
			.isEqualTo(Schema.EMPTY);
	}

	@Test
	void columnsOfEachType() {
		ColumnType mood = Types.enumeration("mood", "sad", "It's \"ok\", no?", "ünï");
		List<ColumnType> types = List.of(Types.bool(), Types.tinyint(), Types.smallint(), Types.integer(),
				Types.bigint(), Types.real(), Types.doublePrecision(), Types.floating(20), Types.floating(40),
				Types.numeric(), Types.numeric(12, 3), Types.numeric(12, 0), Types.character(1), Types.character(3),
				Types.varchar(), Types.varchar(30), Types.text(), Types.clob(), Types.binary(1), Types.binary(8),
				Types.varbinary(), Types.varbinary(9), Types.blob(), Types.date(), Types.time(), Types.time(0),
				Types.time(3), Types.timeWithTimeZone(), Types.timeWithTimeZone(2), Types.timestamp(),
				Types.timestamp(0), Types.timestamp(6), Types.timestampWithTimeZone(), Types.timestampWithTimeZone(6),
				Types.timestampWithTimeZone(9), Types.interval(), Types.intervalYearToMonth(),
				Types.intervalDayToSecond(), Types.uuid(), Types.json(), mood, Types.array(mood),
				Types.array(Types.integer()), Types.array(Types.varchar(5), 7), Types.array(Types.numeric(5, 2)),
				Types.array(Types.array(Types.character(1))), Types.array(Types.timestampWithTimeZone(3)),
				Types.raw("INT8"), Types.raw("decimal(4,1)"), Types.raw("dec(4)"), Types.raw("decfloat(9)"),
				Types.raw("varchar(3) array"), Types.raw("interval hour to minute"), Types.raw("Geometry(Point)"),
				Types.raw("varchar_ignorecase(20)"), Types.raw("java_object"), Types.raw("clob"),
				Types.raw("character large object(100)"), Types.raw("enum('a', 'b')"),
				Types.raw("row(\"A\" integer, \"b C\" character varying(3))"));
		List<Column> columns = new ArrayList<>();
		for (ColumnType type : types) {
			columns.add(column("c" + columns.size(), type));
		}
		assertReadBack(table(columns));
	}

	@Test
	void domainsStandInTheDatabasesOwnWords() {
		this.database.execute("create domain email as varchar(100) check (value like '%@%')",
				"create schema \"My App\"", "create domain \"My App\".\"An e-mail\" as varchar");
		assertReadBack(
				table(List.of(column("a", Types.raw("email")), column("b", Types.raw("\"My App\".\"An e-mail\"")))));
	}

	@Test
	void defaultsThatAreValues() {
		List<Column> columns = Stream.of(withDefault(Types.bool(), true), withDefault(Types.bool(), false),
				withDefault(Types.tinyint(), 7), withDefault(Types.integer(), -5), withDefault(Types.integer(), 0),
				withDefault(Types.bigint(), Long.MAX_VALUE), withDefault(Types.bigint(), Long.MIN_VALUE),
				withDefault(Types.bigint(), 5), withDefault(Types.numeric(20, 2), new BigDecimal("1.50")),
				withDefault(Types.numeric(40, 0), new BigDecimal("-123456789012345678901234567890")),
				withDefault(Types.doublePrecision(), new BigDecimal("0.25")), withDefault(Types.varchar(50), "none"),
				withDefault(Types.varchar(50), "It's \\ a ''\n\"thing\" -- no comment"),
				withDefault(Types.varchar(50), "now()"), withDefault(Types.varchar(50), "ünïcödé 🦸 \\ \0"),
				withDefault(Types.text(), ""), withDefault(Types.character(3), "abc"),
				withDefault(Types.date(), LocalDate.of(2026, 1, 15)), withDefault(Types.time(), LocalTime.of(10, 0)),
				withDefault(Types.time(3), LocalTime.of(10, 0, 1, 500_000_000)),
				withDefault(Types.timestamp(), LocalDateTime.of(2026, 1, 15, 10, 0, 0)),
				withDefault(Types.uuid(), new UUID(1, 2)), withDefault(Types.json(), new Json("{\"a\":[1,\"b\"]}")),
				withDefault(Types.enumeration("mood", "sad", "happy"), "happy"))
			.toList();
		List<Column> numbered = new ArrayList<>();
		columns.forEach((column) -> numbered.add(column.withName("c" + numbered.size())));
		assertReadBack(table(numbered));
		this.database.execute("create table exponent (a double precision default 1.5e7, b real default -2e-3)");
		assertThat(reflect("exponent").columns()).extracting(Column::defaultValue)
			.containsExactly(new ColumnDefault.Value(new BigDecimal("1.5E+7")),
					new ColumnDefault.Value(new BigDecimal("-0.002")));
	}

	private static Column withDefault(ColumnType type, Object value) {
		return new Column("c", type, true, new ColumnDefault.Value(value), false, null);
	}

	@Test
	void defaultsThatAreExpressions() {
		this.database.execute("create sequence hero_no", "create schema app", "create sequence app.hero_no");
		assertReadBack(table(List.of(withExpression("a", Types.timestampWithTimeZone(), "CURRENT_TIMESTAMP"),
				withExpression("b", Types.date(), "CURRENT_DATE"), withExpression("c", Types.uuid(), "RANDOM_UUID()"),
				withExpression("f", Types.bigint(), "NEXT VALUE FOR \"PUBLIC\".\"HERO_NO\""),
				withExpression("g", Types.bigint(), "NEXT VALUE FOR \"APP\".\"HERO_NO\""),
				withExpression("h", Types.varchar(20), "5"), withExpression("i", Types.blob(), "X'00ff'"),
				new Column("j", Types.timestamp(), true, new ColumnDefault.Expression("LOCALTIMESTAMP"), null, null,
						null, "LOCALTIMESTAMP", null))));
	}

	private static Column withExpression(String name, ColumnType type, String expression) {
		return new Column(name, type, true, new ColumnDefault.Expression(expression), false, null);
	}

	@Test
	void notNullCommentsAndNames() {
		Table table = new Table(TableName.of("\"Héro's \"\"first\"\"\""),
				List.of(new Column("select", Types.integer(), false, null, false, "It's a \"comment\"\nof two lines"),
						column("Naïve Name", Types.varchar()), column("a.b", Types.varchar()).withNullable(false),
						column("quo\"ted", Types.integer()), column("value", Types.integer()),
						column("straße", Types.integer()), column("_x1", Types.integer())),
				List.of(new PrimaryKey("The Key", List.of("select", "a.b")),
						new Unique("U.Q", List.of("quo\"ted", "Naïve Name"))),
				List.of(new Index("Ix \"1\"", List.of(new IndexColumn("a.b", false, false)), false, null)),
				"All \\ about it's");
		assertReadBack(table);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE", "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
					"CASE_INSENSITIVE_IDENTIFIERS=TRUE", "DEFAULT_NULL_ORDERING=HIGH", "DEFAULT_NULL_ORDERING=FIRST" })
	void howTheDatabaseIsSetUpMakesNoDifference(String setting) {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL("jdbc:h2:mem:;" + setting);
		try (SqlSession session = JdbcSession.open(dataSource)) {
			Dialect dialect = Dialects.of(session.database());
			Table table = new Table(TableName.of("hero"),
					List.of(id(), column("name", Types.varchar()), column("Odd Name", Types.varchar())),
					List.of(new PrimaryKey("pk_hero", List.of("id")), new Unique(null, List.of("name"))),
					List.of(new Index("ix_name",
							List.of(new IndexColumn("name", false, false), new IndexColumn("Odd Name", false, true)),
							false, null)),
					"It");
			dialect.render(new CreateTable(table, false)).forEach(session::execute);
			assertThat(dialect.reflect(SchemaFilter.ALL, session)).isEqualTo(Schema.of(List.of(table.sorted())));
		}
	}

	@Test
	void identity() {
		List<Identity> identities = List.of(Identity.BY_DEFAULT, Identity.ALWAYS,
				new Identity(true, new SequenceOptions(1000L, 10L, null, false, null, false, null, null)),
				new Identity(false, new SequenceOptions(null, -3L, null, false, null, false, 20L, true)),
				new Identity(false, new SequenceOptions(null, null, -5L, false, 5L, false, null, null)));
		for (int i = 0; i < identities.size(); i++) {
			for (ColumnType type : List.of(Types.bigint(), Types.integer(), Types.smallint(), Types.numeric(12, 0))) {
				String name = ("t" + i + type).replaceAll("\\W", "").toLowerCase(Locale.ROOT);
				assertReadBack(new Table(TableName.of(name),
						List.of(new Column("id", type, false, null, identities.get(i), null, null, null, null)),
						List.of(), List.of(), null));
			}
		}
		assertThat(reflect().sequences()).isEmpty();
	}

	@Test
	void sequences() {
		List<Sequence> sequences = new ArrayList<>();
		for (SequenceOptions options : List.of(SequenceOptions.NONE,
				new SequenceOptions(5L, 10L, null, false, null, false, null, null),
				new SequenceOptions(null, -1L, null, false, null, false, null, null),
				new SequenceOptions(7L, -2L, -10L, false, 10L, false, 5L, true),
				new SequenceOptions(null, null, 1L, false, 10L, false, 1L, null))) {
			for (ColumnType type : new ColumnType[] { null, Types.integer(), Types.tinyint() }) {
				Sequence said = new Sequence(TableName.of("Seq " + sequences.size()), type, options, null);
				this.database.run((op) -> op.apply(new CreateSequence(said, false)));
				SequenceOptions kept = (options.minValue() != null && options.minValue() == 1L)
						? new SequenceOptions(null, null, null, false, 10L, false, 1L, null) : options;
				sequences.add(new Sequence(said.name(), type, kept, null));
			}
		}
		assertThat(reflect().sequences()).containsExactlyInAnyOrderElementsOf(sequences);
	}

	@Test
	void computedColumns() {
		assertReadBack(table(List.of(column("name", Types.varchar()), column("age", Types.integer()),
				new Column("greeting", Types.varchar(), true, null, null, "Hi",
						new Computed("'Hi ' || \"NAME\"", false), null, null),
				new Column("double", Types.integer(), true, null, null, null, new Computed("\"AGE\" * 2", false), null,
						null))));
	}

	@Test
	void keysAndChecks() {
		this.database.execute("create table team (a int, b int, unique (b, a), id bigint primary key)");
		assertReadBack(table(
				List.of(id(), column("a", Types.integer()), column("b", Types.integer()), column("c", Types.varchar())),
				new PrimaryKey("pk_hero", List.of("id")), new Unique("uq_a", List.of("b", "a")),
				new Unique("uq_b", List.of("c"), true, List.of(), null, null),
				new Check("ck_a", "(\"A\" > 0)\n    AND (\"B\" < 5)"), new Check("Ck B", "\"C\" IS NOT NULL"),
				new ForeignKey("fk_1", List.of("a", "b"), TableName.of("team"), List.of("a", "b"),
						ReferentialAction.CASCADE, ReferentialAction.SET_NULL),
				new ForeignKey("fk_2", List.of("id"), TableName.of("team"), List.of("id"), ReferentialAction.RESTRICT,
						null),
				new ForeignKey("fk_3", List.of("id"), TableName.of("hero"), List.of("id"), null,
						ReferentialAction.SET_DEFAULT)));
	}

	@Test
	void whatH2NamesItselfHasNoName() {
		this.database.execute("create table team (id bigint primary key, name varchar unique)");
		Table said = new Table(TableName.of("hero"),
				List.of(id(), column("team_id", Types.bigint()), column("name", Types.varchar())),
				List.of(new PrimaryKey(null, List.of("id")), new Unique(null, List.of("name")),
						new Unique(null, List.of("name", "id")), new Check(null, "\"NAME\" <> ''"),
						new ForeignKey(null, List.of("team_id"), TableName.of("team"), List.of("id"), null, null)),
				List.of(new Index(null, List.of(new IndexColumn("team_id", false, false)), false, null)), null);
		assertReadBack(said);
		this.database.run((op) -> op.renameTable("hero", "villain"));
		assertThat(reflect("villain")).isEqualTo(
				new Table(TableName.of("villain"), said.columns(), said.constraints(), said.indexes(), null).sorted());
	}

	@Test
	void indexes() {
		List<Column> columns = List.of(column("a", Types.integer()), column("b", Types.varchar()),
				column("c", Types.varchar()), column("d", Types.raw("geometry")));
		IndexColumn a = new IndexColumn("a", false, false);
		IndexColumn b = new IndexColumn("b", false, true);
		assertReadBack(new Table(TableName.of("hero"), columns, List.of(), List.of(
				new Index("ix_1", List.of(a, b), false, null), new Index("ux_2", List.of(a), true, null),
				new Index("ux_3", List.of(b), true, null, null, List.of("c", "a"), true, List.of(), null),
				new Index("ix_4",
						List.of(new IndexColumn("b", false, false, null, null, NullsOrder.LAST, null),
								new IndexColumn("c", false, true, null, null, NullsOrder.FIRST, null)),
						false, null)),
				null));
		this.database.execute("create hash index ix_5 on hero (a)", "create spatial index ix_6 on hero (d)");
		assertThat(reflect("hero").indexes()).extracting(Index::name, Index::method)
			.contains(tuple("ix_5", "hash"), tuple("ix_6", "rtree"));
	}

	@Test
	void anIndexThatAConstraintUsesStays() {
		this.database.execute("create table hero (a int, b int)", "create unique index ux on hero (a)",
				"alter table hero add constraint uq unique (a)",
				"alter table hero add constraint fk foreign key (b) references hero (a)");
		assertThat(reflect("hero").indexes()).extracting(Index::name).containsExactly("ux");
		assertThat(reflect("hero").constraints()).hasSize(2);
	}

	@Test
	void viewsAliasesAndTriggers() {
		this.database.execute("create table hero (id int, name varchar)");
		this.database.run((op) -> {
			op.createView("seen", "select name from hero where id > 5");
			op.apply(new CreateObject(
					new Routine(TableName.of("Abs It"), false, "", "deterministic for 'java.lang.Math.abs(int)'")));
			op.apply(
					new CreateObject(new Routine(TableName.of("many"), false, "", "for 'java.lang.Integer.toString'")));
			op.apply(new CreateObject(new Trigger("tr_hero", TableName.of("hero"), "before insert, update",
					"for each row as $$" + TRIGGER + "$$")));
		});
		Schema schema = reflect();
		assertThat(schema.views()).containsExactly(new View(TableName.of("seen"), """
				SELECT
				    "NAME"
				FROM "PUBLIC"."HERO"
				WHERE "ID" > 5""", false));
		assertThat(schema.routines()).extracting(Routine::name, Routine::definition)
			.containsExactly(tuple(TableName.of("Abs It"), "DETERMINISTIC FOR 'java.lang.Math.abs(int)'"),
					tuple(TableName.of("many"), "FOR 'java.lang.Integer.toString'"));
		Trigger trigger = schema.triggers().get(0);
		assertThat(trigger.name()).isEqualTo("tr_hero");
		assertThat(trigger.table()).isEqualTo(TableName.of("hero"));
		assertThat(trigger.event()).isEqualTo("BEFORE INSERT, UPDATE");
		assertThat(trigger.action()).startsWith("FOR EACH ROW ").contains("org.h2.api.Trigger create()");
		assertCanBeMadeAnew(schema);
	}

	// What is read back makes the same again.
	private void assertCanBeMadeAnew(Schema schema) {
		this.database.execute("drop all objects");
		this.database.run((op) -> RandomSchemas.creation(schema).forEach(op::apply));
		assertThat(reflect()).isEqualTo(schema);
	}

	@Test
	void aViewOnWhatIsNotThere() {
		this.database.execute("create force view lost as select * from nowhere");
		assertThat(reflect().views()).containsExactly(new View(TableName.of("lost"), "select * from nowhere", false));
	}

	@Test
	void severalSchemas() {
		this.database.execute("create schema app", "create schema \"Other One\"",
				"create table hero (id int primary key)",
				"create table app.hero (id int references public.hero, constraint uq unique (id))",
				"create table \"Other One\".t (id int references app.hero (id), e int)", "create sequence app.seq",
				"create view app.seen as select * from app.hero", "create index app.ix on app.hero (id)");
		Schema all = this.database.dialect().reflect(SchemaFilter.ALL, this.database.session());
		assertThat(all.schemas()).containsExactly("Other One", "app");
		assertThat(all.tables()).extracting(Table::name)
			.containsExactly(TableName.of("hero"), new TableName("Other One", "t"), TableName.of("app.hero"));
		assertThat(all.sequences()).extracting(Sequence::name).containsExactly(TableName.of("app.seq"));
		assertThat(all.views()).extracting(View::name).containsExactly(TableName.of("app.seen"));
		assertThat(all.table(TableName.of("app.hero")).orElseThrow().constraints())
			.contains(new ForeignKey(null, List.of("id"), TableName.of("hero"), List.of("id"), null, null));
		assertThat(reflect().tables()).extracting(Table::name).containsExactly(TableName.of("hero"));
		Schema app = this.database.dialect().reflect(SchemaFilter.of(List.of("app")), this.database.session());
		assertThat(app.tables()).containsExactly(all.table(TableName.of("app.hero")).orElseThrow());
		this.database.execute("set schema app");
		Schema fromThere = this.database.dialect().reflect(SchemaFilter.DEFAULT, this.database.session());
		assertThat(fromThere.tables()).extracting(Table::name).containsExactly(TableName.of("hero"));
		assertThat(fromThere.tables().get(0).constraints())
			.contains(new ForeignKey(null, List.of("id"), TableName.of("public.hero"), List.of("id"), null, null));
	}

	@Test
	void whatNoOperationMakesIsLeftOut() {
		this.database.execute("create global temporary table gone (id int)",
				"create local temporary table mine (id int)", "create constant five value 5");
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
	}

	@Test
	void aMaterializedViewIsInTheWay() {
		this.database.execute("create table hero (id int)", "create materialized view kept as select 1 as x");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(this::reflect)
			.withMessageContaining("as long as there is a materialized view, such as 'kept'")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void aFileIsReadTheSameWhenItIsOpenedAgain(@TempDir Path folder) {
		Table table = new Table(TableName.of("hero"),
				List.of(id(), column("mood", new EnumType(null, List.of("a", "b"))),
						withDefault(Types.varchar(20), "it's ü")),
				List.of(new PrimaryKey("pk", List.of("id")), new Check("ck", "\"ID\" IS NOT NULL")), List.of(), "It");
		try (SqlSession session = JdbcSession.open(Databases.h2File(folder.resolve("db")))) {
			Dialect dialect = Dialects.of(session.database());
			dialect.render(new CreateTable(table, false)).forEach(session::execute);
		}
		try (SqlSession session = JdbcSession.open(Databases.h2File(folder.resolve("db")))) {
			assertThat(Dialects.of(session.database()).reflect(SchemaFilter.ALL, session).tables())
				.containsExactly(asKept(table));
		}
	}

	@Test
	void theNumberOfQueriesDoesNotGrow() {
		assertThat(queries(0)).isPositive();
		this.database.execute("create table t0 (id int primary key, v varchar)");
		int one = queries(1);
		for (int i = 1; i < 300; i++) {
			this.database.execute("create table t%d (id int primary key, parent int references t%d, v varchar unique)"
				.formatted(i, i - 1), "create index ix_%d on t%1$d (v)".formatted(i));
		}
		assertThat(queries(300)).isEqualTo(one).isLessThan(15);
	}

	private int queries(int tables) {
		CountingSession session = new CountingSession(this.database.session());
		assertThat(this.database.dialect().reflect(SchemaFilter.ALL, session).tables()).hasSize(tables);
		return session.statements();
	}

}
