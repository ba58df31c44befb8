package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each operation in the words of SQLite, which the real SQLite takes.
 */
class SqliteRenderingTests {

	private static final TableName HERO = TableName.of("hero");

	private final SqlSession session = JdbcSession.open(Databases.sqlite());

	private final Dialect dialect = Dialects.of(this.session.database());

	private final Operations op = new Operations(new GroupTarget(this.dialect, this.session));

	@AfterEach
	void close() {
		this.session.close();
	}

	private List<String> sql(Operation operation) {
		return this.dialect.render(operation).stream().map(SqlStatement::sql).toList();
	}

	private void run(Operation operation) {
		sql(operation).forEach((sql) -> this.session.execute(SqlStatement.of(sql)));
	}

	private String definition(String name) {
		return String.valueOf(this.session.query(SqlStatement.of("select sql from sqlite_schema where name = ?", name))
			.get(0)
			.string("sql"));
	}

	// With foreign keys enforced, tables without any.
	private void change(Operation operation) {
		new GroupTarget(this.dialect, this.session).apply(operation);
	}

	private static CreateTable create(List<Column> columns, List<Constraint> constraints, TableOption... options) {
		return new CreateTable(new Table(HERO, columns, constraints, List.of(), "Heroes", List.of(options)), false);
	}

	@Test
	void eachPortableTypeHasItsAffinity() {
		Map<String, List<ColumnType>> types = Map.of("integer",
				List.of(Types.tinyint(), Types.smallint(), Types.integer(), Types.bigint()), "real",
				List.of(Types.real(), Types.doublePrecision(), Types.floating(24)), "text",
				List.of(Types.character(3), Types.varchar(), Types.varchar(3), Types.text(), Types.clob(), Types.uuid(),
						Types.json(), Types.xml(), Types.interval(), Types.intervalYearToMonth(),
						Types.intervalDayToSecond(), Types.enumeration("mood", "sad", "happy")),
				"blob", List.of(Types.binary(4), Types.varbinary(), Types.varbinary(4), Types.blob()), "numeric",
				List.of(Types.bool(), Types.numeric(), Types.numeric(10, 2), Types.date(), Types.time(), Types.time(3),
						Types.timeWithTimeZone(), Types.timestamp(), Types.timestamp(6), Types.timestampWithTimeZone(),
						Types.timestampWithTimeZone(6)));
		types.forEach((affinity, list) -> {
			for (ColumnType type : list) {
				run(create(List.of(new Column("c", type)), List.of()));
				assertThat(affinity()).as("%s of %s", definition("hero"), type).isEqualTo(affinity);
				this.op.dropTable("hero");
			}
		});
		for (ColumnType type : List.of(Types.array(Types.integer()), Types.bit(3), Types.bitVarying(3))) {
			refused(create(List.of(new Column("c", type)), List.of()), "SQLite has no type ");
		}
	}

	// A table made from a query keeps nothing of a type but its affinity.
	private String affinity() {
		this.op.execute("create table kept as select c from hero");
		String kept = definition("kept");
		this.op.execute("drop table kept");
		return switch (kept) {
			case "CREATE TABLE kept(c INT)" -> "integer";
			case "CREATE TABLE kept(c REAL)" -> "real";
			case "CREATE TABLE kept(c TEXT)" -> "text";
			case "CREATE TABLE kept(c NUM)" -> "numeric";
			default -> "blob";
		};
	}

	@Test
	void aTableIsWrittenWithAllThatItsColumnsSay() {
		List<Column> columns = List.of(new Column("id", Types.bigint(), false, null, true, "Its number"),
				new Column("name", Types.varchar(20), true, new ColumnDefault.Value("It's"), null, null, null, null,
						"nocase"),
				new Column("order", Types.timestamp(), false, new ColumnDefault.Expression("current_timestamp"), false,
						null),
				new Column("size", Types.integer(), true, new ColumnDefault.Expression("abs(-1) + 1"), false, null),
				new Column("mood", Types.enumeration("mood", "it's", "fine")),
				new Column("twice", Types.integer(), true, null, null, null, new Computed("size * 2", false), null,
						null),
				new Column("thrice", Types.integer(), true, null, null, null, new Computed("size * 3", true), null,
						null));
		List<Constraint> constraints = List.of(new Constraint.PrimaryKey("pk_hero", List.of("id")),
				new Constraint.Unique(null, List.of("name", "order")),
				new Constraint.ForeignKey("fk", List.of("size"), TableName.of("hero"), List.of("id"),
						ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION, List.of(), ForeignKeyMatch.SIMPLE,
						Deferral.INITIALLY_DEFERRED, true, false),
				new Constraint.Check("ck", "size > 0", false, true, false));
		CreateTable create = create(columns, constraints, new TableOption("sqlite", "strict_not", "true"));
		refused(create, "SQLite has no table option 'strict_not', as 'hero' would have it.");
		create = create(columns, constraints, new TableOption("postgresql", "fillfactor", "70"));
		assertThat(sql(create)).containsExactly(
				"""
						create table hero (
						    id integer not null constraint pk_hero primary key autoincrement,
						    name varchar(20) collate nocase default 'It''s',
						    "order" timestamp default current_timestamp not null,
						    size integer default (abs(-1) + 1),
						    mood varchar(4) check (mood in ('it''s', 'fine')),
						    twice integer generated always as (size * 2) stored,
						    thrice integer generated always as (size * 3) virtual,
						    unique (name, "order"),
						    constraint fk foreign key (size) references hero (id) on delete set null on update no action deferrable initially deferred,
						    constraint ck check (size > 0)
						)""");
		run(create);
		this.session.execute(SqlStatement.of("insert into hero (name, size) values ('x', 1)"));
		assertThat(this.op.query("select twice + thrice as n from hero").get(0).number("n")).isEqualTo(5);
		this.op.dropTable("hero");
		run(create(List.of(new Column("id", Types.text(), false, null, false, null)),
				List.of(new Constraint.PrimaryKey(null, List.of("id"))),
				new TableOption("sqlite", "without_rowid", "true"), new TableOption("sqlite", "strict", "true")));
		assertThat(definition("hero")).endsWith("without rowid, strict");
	}

	@Test
	void aColumnCountsUpFromItsFirstNumberAndOnlyAsThePrimaryKey() {
		Column id = new Column("id", Types.integer(), false, null,
				new Identity(true, new SequenceOptions(100L, null, null, false, null, false, null, null)), null, null,
				null, null);
		List<Constraint> key = List.of(new Constraint.PrimaryKey(null, List.of("id")));
		run(create(List.of(id, new Column("name", Types.text())), key));
		this.op.insert(table("hero")).set("name", "a").execute();
		this.op.execute("delete from hero");
		this.op.insert(table("hero")).set("name", "b").execute();
		assertThat(this.op.query("select id from hero").get(0).number("id")).isEqualTo(101);
		change(alter("id", null, new IdentityChange.Alter(null, SequenceOptions.NONE, 500L), null));
		this.op.insert(table("hero")).set("name", "c").execute();
		assertThat(this.op.query("select max(id) as id from hero").get(0).number("id")).isEqualTo(500);
		change(alter("id", null, new IdentityChange.Drop(), null));
		assertThat(definition("hero")).doesNotContain("autoincrement").contains("id integer not null primary key");
		change(alter("id", null, new IdentityChange.Add(Identity.BY_DEFAULT), null));
		assertThat(definition("hero")).contains("id integer not null primary key autoincrement");
		refused(create(List.of(id), List.of()), "SQLite counts up no column but one that is the primary key alone");
		refused(create(List.of(new Column("id", Types.integer(), false, null,
				new Identity(false, new SequenceOptions(null, 2L, null, false, null, false, null, null)), null, null,
				null, null)), key), "SQLite has no way to say how a column counts, but for its first number.");
	}

	private static AlterColumn alter(String column, @Nullable ColumnType type, @Nullable IdentityChange identity,
			@Nullable ComputedChange computed) {
		return new AlterColumn(HERO, column, null, type, null, null, null, null, identity, computed, null);
	}

	@Test
	void aKeyThatCountsUpIsMadeOfOneThatDoesNot() {
		this.op.execute("create table hero (id int, name text, constraint pk primary key (id))");
		this.op.execute("insert into hero values (7, 'a')");
		change(alter("id", null, new IdentityChange.Add(Identity.BY_DEFAULT), null));
		assertThat(definition("hero"))
			.isEqualTo("CREATE TABLE \"hero\" (id integer constraint pk primary key autoincrement, name text)");
		this.op.insert(table("hero")).set("name", "b").execute();
		assertThat(this.op.query("select max(id) as id from hero").get(0).number("id")).isEqualTo(8);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> change(alter("name", null, new IdentityChange.Add(Identity.BY_DEFAULT), null)))
			.withMessageContaining("the primary key alone");
	}

	@Test
	void computedColumnsComeChangeAndGo() {
		this.op.execute("create table hero (id integer primary key, size int default 3)");
		this.op.execute("insert into hero (id) values (1)");
		Column twice = new Column("twice", Types.integer(), true, null, null, null, new Computed("size * 2", false),
				null, null);
		change(new AddColumn(HERO, twice, false));
		change(new AddColumn(HERO,
				new Column("more", Types.integer(), true, null, null, null, new Computed("size + 1", true), null, null),
				false));
		change(alter("twice", null, null, new ComputedChange.Set(new Computed("size * 4", true))));
		assertThat(this.op.query("select twice, more from hero").toString()).isEqualTo("[{more=4, twice=12}]");
		change(alter("twice", null, null, new ComputedChange.Drop()));
		this.op.update(table("hero")).set("size", 5).execute();
		assertThat(this.op.query("select twice, more from hero").toString()).isEqualTo("[{more=6, twice=12}]");
		change(alter("size", null, null, new ComputedChange.Set(new Computed("id + 1", false))));
		assertThat(this.op.query("select size from hero").get(0).number("size")).isEqualTo(2);
		assertThat(definition("hero")).contains("size int generated always as (id + 1) stored");
	}

	@Test
	void aTypeOfAFewValuesIsAConditionThatGoesWithIt() {
		this.op.execute("create table hero (id integer primary key, mood text check (mood <> 'x'))");
		this.op.execute("insert into hero values (1, 'sad')");
		change(alter("mood", Types.enumeration("mood", "sad", "happy"), null, null));
		assertThat(definition("hero")).contains("mood varchar(5) check (mood in ('sad', 'happy')) check (mood <> 'x')");
		change(alter("mood", Types.enumeration("mood", "sad", "very happy"), null, null));
		assertThat(definition("hero"))
			.contains("mood varchar(10) check (mood in ('sad', 'very happy')) check (mood <> 'x')");
		this.session.begin();
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change(alter("mood", Types.enumeration("mood", "happy"), null, null)));
		this.session.rollback();
		change(alter("mood", Types.text(), null, null));
		assertThat(definition("hero")).contains("mood text check (mood <> 'x')");
		assertThat(sql(new CreateEnum(TableName.of("mood"), List.of("sad")))).isEmpty();
		refused(new AddEnumValue(TableName.of("mood"), "x", null, null, false), "SQLite has no type 'mood' by itself");
	}

	@Test
	void columnsAreAddedWithTheirConstraints() {
		this.op.execute("create table team (id integer primary key)");
		this.op.execute("create table hero (id integer primary key)");
		this.op.execute("insert into hero values (1)");
		Constraint.ForeignKey key = new Constraint.ForeignKey("fk", List.of("team_id"), TableName.of("team"),
				List.of("id"), ReferentialAction.CASCADE, null);
		AddColumn team = new AddColumn(HERO, new Column("team_id", Types.integer()), false,
				List.of(key, new Constraint.Check(null, "team_id > 0")));
		assertThat(sql(team)).containsExactly(
				"alter table hero add column team_id integer constraint fk references team (id) on delete cascade check (team_id > 0)");
		change(team);
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.execute("insert into hero (team_id) values (9)"));
		this.op.execute("create table log (id integer primary key)");
		AddColumn unique = new AddColumn(TableName.of("log"), new Column("line", Types.text()), false,
				List.of(new Constraint.Unique("uq", List.of("line"))));
		refused(unique, "SQLite does this by copying the table 'log'");
		change(unique);
		assertThat(definition("log")).contains("line text constraint uq unique");
		change(new AddColumn(TableName.of("log"), new Column("line", Types.integer()), true));
		assertThat(definition("log")).doesNotContain("integer,");
		change(new AddColumn(TableName.of("log"), new Column("size", Types.integer()), true));
		assertThat(definition("log")).endsWith("size integer)");
	}

	@Test
	void constraintsAndIndexesAreRenamed() {
		this.op.execute(
				"create table hero (id integer primary key, age int constraint \"ck one\" check (age > 0), unique (age))");
		this.op.execute("create unique index ux on hero (lower(age)) where age > 1");
		change(new RenameConstraint(HERO, "CK one", "ck two"));
		assertThat(definition("hero")).contains("constraint \"ck two\" check (age > 0)");
		change(new RenameIndex(HERO, "UX", "odd name"));
		assertThat(definition("odd name"))
			.isEqualTo("CREATE UNIQUE INDEX \"odd name\" on hero (lower(age)) where age > 1");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> change(new RenameIndex(HERO, "ux", "x")))
			.withMessageStartingWith("The table 'hero' has no index 'ux'.");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> change(new RenameConstraint(HERO, "pk", "x")))
			.withMessageStartingWith("The table 'hero' has no such constraint 'pk'; those with a name are [ck two].");
		assertThat(sql(new ValidateConstraint(HERO, "ck two"))).isEmpty();
		assertThat(sql(new SetTableComment(HERO, "Heroes", null))).isEmpty();
	}

	@Test
	void aTableIsDroppedTogetherWithTheForeignKeysThatNameIt() {
		this.op.execute("pragma foreign_keys = off");
		this.op.execute("create table team (id integer primary key)");
		this.op.execute("create table hero (id integer primary key, team_id int references team on delete cascade)");
		this.op.execute(
				"create table fan (id integer primary key, team_id int, hero_id int references hero, foreign key (team_id) references team (id))");
		this.op.execute("insert into team values (1)");
		this.op.execute("insert into hero values (2, 1)");
		this.op.execute("insert into fan values (3, 1, 2)");
		change(new DropTable(TableName.of("team"), false, true, null));
		assertThat(definition("hero")).isEqualTo("CREATE TABLE \"hero\" (id integer primary key, team_id int)");
		assertThat(definition("fan"))
			.isEqualTo("CREATE TABLE \"fan\" (id integer primary key, team_id int, hero_id int references hero)");
		assertThat(this.op.query("select team_id from fan").get(0).number("team_id")).isEqualTo(1);
	}

	@Test
	void indexesAreWrittenWithTheSchemaOfTheirTable() {
		Index index = new Index("ix",
				List.of(new IndexColumn("name", false, true, "nocase", null, NullsOrder.LAST, null),
						new IndexColumn("lower(name)", true, false)),
				true, "name <> ''");
		assertThat(sql(new CreateIndex(TableName.of("main.hero"), index, true, true))).containsExactly(
				"create unique index if not exists main.ix on hero (name collate nocase desc, (lower(name))) where name <> ''");
		assertThat(sql(new CreateIndex(HERO, new Index(null, index.columns(), false, null), false, false)))
			.containsExactly("create index hero_name_expr_idx on hero (name collate nocase desc, (lower(name)))");
		this.op.createTable("main.hero", (t) -> {
			t.column("name", Types.text());
			t.index("ix_hero", "name");
		});
		run(new CreateIndex(TableName.of("main.hero"), index, true, true));
		this.op.dropIndex("ix", "main.hero");
		for (Index refused : List.of(
				new Index("ix", index.columns(), false, null, "gin", List.of(), false, List.of(), null),
				new Index("ix", index.columns(), false, null, null, List.of("id"), false, List.of(), null),
				new Index("ix", index.columns(), true, null, null, List.of(), true, List.of(), null),
				new Index("ix", List.of(new IndexColumn("name", false, false, null, null, NullsOrder.LAST, null)),
						false, null),
				new Index("ix", List.of(new IndexColumn("name", false, false, null, null, null, 5)), false, null),
				new Index("ix", List.of(new IndexColumn("name", false, false, null, "text_ops", null, null)), false,
						null))) {
			refused(new CreateIndex(HERO, refused, false, false), "SQLite has no ");
		}
	}

	@Test
	void viewsAndTriggersAreCreatedReplacedAndDropped() {
		this.op.execute("create table hero (id integer primary key, name text)");
		View view = new View(TableName.of("names"), "select name from hero", false);
		Trigger trigger = new Trigger("tr", HERO, "after insert",
				"for each row begin update hero set name = upper(name) where id = new.id; end");
		run(new CreateObject(view));
		run(new CreateObject(trigger));
		this.op.execute("insert into hero values (1, 'a')");
		assertThat(this.op.query("select name from names").get(0).string("name")).isEqualTo("A");
		run(new ReplaceObject(new View(TableName.of("names"), "select id, name from hero", false), false, view));
		assertThat(sql(new ReplaceObject(trigger, false, null))).containsExactly("drop trigger if exists tr",
				"create trigger tr after insert on hero for each row begin update hero set name = upper(name) where id = new.id; end");
		run(new ReplaceObject(trigger, false, null));
		run(new DropObject(trigger.reference(), false, false, null));
		run(new DropObject(view.reference(), true, false, null));
		assertThat(this.dialect.describeSchema("main", this.session)).hasSize(3);
		StoredObject routine = new Routine(TableName.of("f"), false, "", "returns int language sql");
		refused(new CreateObject(routine), "SQLite has no routines of its own, as 'f' would be.");
		refused(new DropObject(routine.reference(), false, false, null),
				"SQLite has no routines of its own, as 'f' would be.");
		refused(new CreateObject(new View(TableName.of("v"), "select 1", true)),
				"SQLite has no materialized view, as 'v' would be.");
		refused(new RefreshView(TableName.of("v"), false), "SQLite has no materialized view, as 'v' would be.");
	}

	@Test
	void whatSqliteLacksIsRefusedInOneSentence() {
		refused(new CreateSequence(new Sequence(TableName.of("s"), null, SequenceOptions.NONE, null), false),
				"SQLite has no sequences such as 's'.");
		refused(new CreateSchema("app", false), "SQLite has no schemas to create or to drop, such as 'app'.");
		List<Constraint> constraints = new ArrayList<>();
		constraints.add(new Constraint.PrimaryKey(null, List.of("id"), List.of("name"), null, null));
		constraints.add(new Constraint.PrimaryKey(null, List.of(), List.of(), "ix", null));
		constraints.add(new Constraint.PrimaryKey(null, List.of("id"), List.of(), null, Deferral.INITIALLY_DEFERRED));
		constraints.add(new Constraint.Unique(null, List.of("id"), true, List.of(), null, null));
		constraints.add(new Constraint.Unique(null, List.of("id"), false, List.of("x"), null, null));
		constraints
			.add(new Constraint.Unique(null, List.of("id"), false, List.of(), null, Deferral.INITIALLY_IMMEDIATE));
		constraints.add(new Constraint.ForeignKey(null, List.of("id"), HERO, List.of("id"), null, null, List.of("id"),
				null, null, false, false));
		constraints.add(new Constraint.ForeignKey(null, List.of("id"), HERO, List.of("id"), null, null, List.of(),
				ForeignKeyMatch.FULL, null, false, false));
		constraints
			.add(new Constraint.ForeignKey(null, List.of("id"), TableName.of("app.team"), List.of("id"), null, null));
		constraints.add(new Constraint.Exclusion(null, "gist", List.of(), null, null));
		for (Constraint constraint : constraints) {
			refused(create(List.of(new Column("id", Types.integer())), List.of(constraint)), "SQLite has no ");
		}
		refused(new AddConstraint(HERO, new Constraint.Unique(null, List.of("id"))),
				"SQLite does this by copying the table 'hero', whose definition only the database knows.");
		refused(create(
				List.of(new Column("at", Types.timestamp(), true, null, null, null, null, "current_timestamp", null)),
				List.of()), "SQLite gives a column no other value by itself on each update, as 'at' would have it.");
	}

	private void refused(Operation operation, String message) {
		Consumer<Operation> render = this.dialect::render;
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> render.accept(operation))
			.satisfies((ex) -> assertThat(ex.problem()).contains(message))
			.satisfies((ex) -> assertThat(ex.action()).isNotBlank())
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
	}

}
