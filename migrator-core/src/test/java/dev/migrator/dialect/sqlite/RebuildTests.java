package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What happens to a table that is copied to be changed.
 */
class RebuildTests {

	private final SqlSession session = JdbcSession.open(Databases.sqlite());

	private final Dialect dialect = Dialects.of(this.session.database());

	@AfterEach
	void close() {
		this.session.close();
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	private List<Row> query(String sql) {
		return this.session.query(SqlStatement.of(sql));
	}

	private String definition(String table) {
		return String.valueOf(this.session.query(SqlStatement.of("select sql from sqlite_schema where name = ?", table))
			.get(0)
			.string("sql"));
	}

	private void change(Consumer<Operations> work) {
		SuspendedForeignKeys keys = this.dialect.suspendForeignKeys(this.session);
		this.session.begin();
		try {
			work.accept(new Operations(new GroupTarget(this.dialect, this.session)));
			keys.check(this.session);
			this.session.commit();
		}
		finally {
			this.session.rollback();
			keys.resume(this.session);
		}
		assertThat(query("pragma integrity_check").get(0).string("integrity_check")).isEqualTo("ok");
	}

	@Test
	void theRestOfATableStaysAsItsAuthorWroteIt() {
		execute("""
				create table hero (
				    id integer primary key, -- the rowid
				    name text not null constraint ck_name check (length(hero.name) > 1), /* a name */
				    age int default 7 check (age > 0), -- years
				    team_id integer -- the team
				        references team (id) on delete set null deferrable initially deferred,
				    constraint uq_name unique (name), -- no two
				    check (age < 1000)
				    constraint fk_boss foreign key (id) references hero (id)
				) strict -- the end""", "create table team (id integer primary key)");
		change((op) -> op.alterColumn("hero", "age", (c) -> c.notNull().defaultValue(8).type(Types.raw("INTEGER"))));
		assertThat(definition("hero")).isEqualTo("""
				CREATE TABLE "hero" (
				    id integer primary key, -- the rowid
				    name text not null constraint ck_name check (length(name) > 1), /* a name */
				    age INTEGER default 8 not null check (age > 0), -- years
				    team_id integer -- the team
				        references team (id) on delete set null deferrable initially deferred,
				    constraint uq_name unique (name), -- no two
				    check (age < 1000)
				    constraint fk_boss foreign key (id) references hero (id)
				) strict -- the end""");
		change((op) -> {
			op.dropConstraint("FK_BOSS", "hero", ConstraintType.FOREIGN_KEY);
			op.dropConstraint("uq_name", "hero", ConstraintType.UNIQUE);
			op.dropConstraint("ck_name", "HERO", ConstraintType.CHECK);
			op.dropColumn("hero", "team_id");
			op.createCheckConstraint("ck", "hero", "age <> 5");
		});
		assertThat(definition("hero")).isEqualTo("""
				CREATE TABLE "hero" (
				    id integer primary key, -- the rowid
				    name text not null, /* a name */
				    age INTEGER default 8 not null check (age > 0), -- years
				    check (age < 1000),
				    constraint ck check (age <> 5)
				) strict -- the end""");
	}

	private static final String[] LEAGUE = {
			"create table team (id integer primary key autoincrement, name text collate nocase unique, city text)",
			"insert into team (id, name, city) values (3, 'Preventers', 'New York'), (9, 'Z-Force', null)",
			"delete from team where id = 9",
			"create table hero (id integer primary key, team_id integer not null references team on delete cascade)",
			"insert into hero values (1, 3), (2, 3)", "create index ix_city on team (city) where city is not null",
			"create unique index ux_lower on team (lower(city), id desc)",
			"create view cities as select city from team where name like 'p%'",
			"create view shouted as select upper(city) as city from cities", "create table log (line text)",
			"create trigger tr_team after update of city on team begin insert into log values (old.city || '; ' || new.city); end",
			"create trigger tr_log instead of insert on cities begin insert into team (city) values (new.city); end" };

	private List<String> linesBut(String left) {
		List<String> lines = new ArrayList<>(this.dialect.describeSchema("main", this.session));
		lines.removeIf((line) -> line.startsWith(left));
		return lines;
	}

	@Test
	void whatBelongsToATableAndWhatNamesItStays() {
		execute(LEAGUE);
		List<String> before = linesBut("table \"team\" column 0003");
		change((op) -> op.alterColumn("team", "city", (c) -> c.type(Types.varchar(80)).defaultValue("Berlin")));
		assertThat(linesBut("table \"team\" column 0003")).isEqualTo(before).hasSize(14);
		assertThat(definition("team")).contains("city varchar(80) default 'Berlin'");
		assertThat(query("select id, name, city from team").toString())
			.isEqualTo("[{city=New York, id=3, name=Preventers}]");
		assertThat(query("select * from hero")).hasSize(2);
		execute("update team set city = 'Boston'", "insert into cities values ('Gotham')");
		assertThat(query("select line from log").get(0).string("line")).isEqualTo("New York; Boston");
		assertThat(query("select city from shouted").get(0).string("city")).isEqualTo("BOSTON");
		assertThat(query("select id from team where city = 'Gotham'").get(0).number("id")).isEqualTo(10);
		assertThat(query("explain query plan select * from team where city = 'x'").toString()).contains("ix_city");
		execute("delete from team where id = 3");
		assertThat(query("select * from hero")).isEmpty();
	}

	@Test
	void foreignKeysAreInTheWayOfATransactionInWhichTheyAreEnforced() {
		execute(LEAGUE);
		this.session.begin();
		GroupTarget target = new GroupTarget(this.dialect, this.session);
		assertThatExceptionOfType(ForeignKeysInTheWayException.class)
			.isThrownBy(() -> new Operations(target).alterColumn("team", "city", (c) -> c.type(Types.text())))
			.withMessageStartingWith("SQLite changes the table 'team' by copying it");
		assertThatExceptionOfType(ForeignKeysInTheWayException.class)
			.isThrownBy(() -> new Operations(target).alterColumn("hero", "id", (c) -> c.notNull()));
		assertThatExceptionOfType(ForeignKeysInTheWayException.class).isThrownBy(
				() -> new Operations(target).createForeignKey("fk", "log", "log", List.of("line"), List.of("line")));
		new Operations(target).alterColumn("log", "line", (c) -> c.notNull());
		execute("alter table hero add column age integer");
		new Operations(target).dropColumn("hero", "age");
		assertThat(definition("hero")).doesNotContain("age").doesNotContain("\"");
	}

	@Test
	void aColumnTakesItsKeysChecksAndIndexesAlong() {
		execute("""
				create table hero (id integer primary key, a int, b int, c int generated always as (b + 1),
				    d int check (d <> a), unique (a, b), constraint ck check (a > b), check (b > 0),
				    foreign key (a, b) references hero (a, b))""", "create index ix_a on hero (b, a)",
				"create index ix_expression on hero (b + abs(a))", "create index ix_some on hero (b) where \"a\" > 0",
				"create index ix_b on hero (b)", "insert into hero (id, a, b, d) values (7, 2, 1, 3)");
		change((op) -> op.dropColumn("hero", "A"));
		assertThat(linesBut("nothing")).containsExactly("index \"ix_b\" on \"hero\": CREATE INDEX ix_b on hero ( b )",
				"table \"hero\" []", "table \"hero\" column 0001 \"id\" integer primary key",
				"table \"hero\" column 0002 \"b\" int",
				"table \"hero\" column 0003 \"c\" int generated always as ( b + 1 )",
				"table \"hero\" column 0004 \"d\" int", "table \"hero\": check ( b > 0 )");
		assertThat(query("select * from hero").toString()).isEqualTo("[{b=1, c=2, d=3, id=7}]");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("hero", "b")))
			.withMessageContaining("no such column: b");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> change((op) -> op.dropColumn("hero", "x")))
			.withMessageStartingWith("The table 'hero' has no column 'x', only [id, b, c, d].");
	}

	@Test
	void whatWouldBreakAViewATriggerOrAForeignKeyIsRefused() {
		execute(LEAGUE);
		execute("create view broken as select nowhere from team", "create table fan (city references team (name))",
				"insert into fan values ('PREVENTERS')");
		List<String> before = linesBut("nothing");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("team", "city")))
			.withMessageContaining("no such column: city")
			.satisfies((ex) -> assertThat(ex.sql()).isEqualTo("select * from \"cities\" limit 0"));
		execute("drop view shouted", "drop view cities");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("team", "city")))
			.withMessageContaining("no such column: city")
			.satisfies((ex) -> assertThat(ex.sql()).isEqualTo("explain update \"team\" set \"city\" = null"));
		execute("drop trigger tr_team",
				"create trigger tr_team before delete on team begin insert into log values (old.city); end");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("team", "city")))
			.withMessageContaining("no such column: old.city");
		execute("drop trigger tr_team");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("team", "name")))
			.withMessageContaining("foreign key mismatch - \"fan\" referencing \"team\"");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> change((op) -> op.createForeignKey("fk", "hero", "team", List.of("id"), List.of("id"))))
			.withMessageContaining("2 rows of hero name a row that is not there");
		change((op) -> op.dropColumn("team", "city"));
		before.removeIf((line) -> line.contains("city") && !line.contains("fan"));
		assertThat(linesBut("nothing")).isEqualTo(before);
	}

	@Test
	void rowsThatDoNotFitAreRefusedAndNothingChanges() {
		execute("create table hero (id integer primary key, age int, name text unique on conflict replace)",
				"insert into hero values (1, null, 'a'), (2, 5, null), (3, 5, null)");
		List<String> before = linesBut("nothing");
		for (Consumer<Operations> refused : List.<Consumer<Operations>>of(
				(op) -> op.alterColumn("hero", "age", (c) -> c.notNull()),
				(op) -> op.createUniqueConstraint("uq", "hero", "age"),
				(op) -> op.createCheckConstraint("ck", "hero", "age > 5"),
				(op) -> op.createPrimaryKey("pk", "hero", "age"))) {
			assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> change(refused));
			assertThat(linesBut("nothing")).isEqualTo(before);
		}
		assertThat(query("pragma legacy_alter_table").get(0).bool("legacy_alter_table")).isFalse();
		assertThat(query("select * from hero")).hasSize(3);
	}

	@Test
	void noConstraintTakesRowsAwayWhileTheyAreCopied() {
		execute("create table hero (id integer primary key, a text unique on conflict replace, b int not null on conflict ignore)",
				"insert into hero values (1, 'x', 1), (2, 'X', 2)");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(
					() -> change((op) -> op.alterColumn("hero", "a", (c) -> c.type(Types.raw("text collate nocase")))))
			.withMessageContaining("UNIQUE constraint failed");
		change((op) -> op.alterColumn("hero", "b", (c) -> c.type(Types.text())));
		assertThat(query("select id, typeof(b) as type from hero").toString())
			.isEqualTo("[{id=1, type=text}, {id=2, type=text}]");
	}

	@Test
	void rowidsAndCountersGoOn() {
		execute("create table log (line text, oid int)", "insert into log (rowid, line) values (5, 'a'), (900, 'b')",
				"create table hero (id integer primary key autoincrement, name text)",
				"insert into hero (id) values (41), (42)", "delete from hero",
				"create table \"key\" (k text primary key, v text) without rowid",
				"insert into \"key\" values ('a', 'b')");
		change((op) -> {
			op.alterColumn("log", "line", (c) -> c.notNull());
			op.alterColumn("hero", "name", (c) -> c.notNull());
			op.alterColumn("key", "v", (c) -> c.defaultValue("it's"));
		});
		assertThat(query("select rowid as r from log").toString()).isEqualTo("[{r=5}, {r=900}]");
		execute("insert into hero (name) values ('x')", "insert into \"key\" (k) values ('b')");
		assertThat(query("select id from hero").get(0).number("id")).isEqualTo(43);
		assertThat(query("select seq from sqlite_sequence")).hasSize(1);
		assertThat(query("select v from \"key\" where k = 'b'").get(0).string("v")).isEqualTo("it's");
		assertThat(definition("key")).endsWith("without rowid");
		change((op) -> op.alterColumn("hero", "id", (c) -> c.type(Types.bigint())));
		assertThat(definition("hero")).contains("id integer primary key autoincrement");
	}

	@Test
	void primaryKeysComeAndGo() {
		execute("create table hero (id integer, name text)", "insert into hero values (8, 'a'), (7, 'b')");
		change((op) -> op.createPrimaryKey("pk_hero", "hero", "id"));
		assertThat(definition("hero")).contains("id integer not null").contains("constraint pk_hero primary key (id)");
		assertThat(query("select rowid as r, name from hero").toString()).isEqualTo("[{name=b, r=7}, {name=a, r=8}]");
		change((op) -> op.dropConstraint("pk_hero", "hero", ConstraintType.PRIMARY_KEY));
		assertThat(definition("hero")).doesNotContain("primary");
		assertThat(query("select rowid as r from hero").toString()).isEqualTo("[{r=7}, {r=8}]");
		execute("create table team (id integer not null primary key)");
		change((op) -> op.dropConstraint("team_pkey", "team", ConstraintType.PRIMARY_KEY));
		assertThat(definition("team")).isEqualTo("CREATE TABLE \"team\" (id integer not null)");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> change((op) -> op.dropConstraint("uq", "hero", ConstraintType.UNIQUE)))
			.withMessageStartingWith("The table 'hero' has no such constraint 'uq'; those with a name are [].");
	}

	@Test
	void namesOfAnyKindAreKept() {
		execute("create table \"Odd \"\"table\"\"'s\" ([first col] int, `second``col` text, 'third' int, \"order\" \"odd type\"(3))",
				"insert into \"Odd \"\"table\"\"'s\" values (1, 'two', 3, 4)",
				"create index [odd index] on \"Odd \"\"table\"\"'s\" (\"second`col\")");
		change((op) -> {
			op.alterColumn("odd \"table\"'s", "FIRST COL", (c) -> c.type(Types.text()));
			op.alterColumn("Odd \"table\"'s", "third", (c) -> c.notNull().rename("Third \"one\""));
			op.dropColumn("Odd \"table\"'s", "order");
		});
		assertThat(definition("Odd \"table\"'s")).isEqualTo(
				"CREATE TABLE \"Odd \"\"table\"\"'s\" ([first col] text, `second``col` text, \"Third \"\"one\"\"\" int not null)");
		assertThat(query("select * from \"Odd \"\"table\"\"'s\"").toString())
			.isEqualTo("[{first col=1, second`col=two, Third \"one\"=3}]");
		assertThat(definition("odd index")).contains("[odd index]");
	}

	@Test
	void valuesAreMadeByTheExpressionAndElseKeptAsTheyAre() {
		execute("create table hero (id integer primary key, age text, born text, pay)",
				"insert into hero values (1, '41', '1990', 1.5), (2, 'unknown', null, x'00ff')");
		change((op) -> {
			op.alterColumn("hero", "age", (c) -> c.type(Types.integer()));
			op.alterColumn("hero", "born", (c) -> c.type(Types.integer()).using("cast(born as integer) + id"));
			op.addColumn("hero", "made", Types.timestamp(), (c) -> c.defaultExpression("current_timestamp").notNull());
		});
		assertThat(query(
				"select age, born, hex(pay) as pay, typeof(age) as type, length(made) as made from hero order by id")
			.toString()).isEqualTo(
					"[{age=41, born=1991, made=19, pay=312E35, type=integer}, {age=unknown, born=null, made=19, pay=00FF, type=text}]");
	}

	@Test
	void aRenameAfterTheOtherChangesIsFollowedEverywhere() {
		execute(LEAGUE);
		execute("drop view shouted", "drop trigger tr_log");
		change((op) -> op.alterColumn("team", "city", (c) -> c.type(Types.varchar(5)).rename("town")));
		assertThat(definition("cities")).isEqualTo("CREATE VIEW cities as select town from team where name like 'p%'");
		execute("update team set town = 'Boston'");
		assertThat(query("select line from log").get(0).string("line")).isEqualTo("New York; Boston");
	}

	@Test
	void rowsThatAreLeftWithoutTheirRowAreFoundAtTheEnd() {
		execute(LEAGUE);
		execute("pragma foreign_keys = off", "insert into hero values (77, 99)", "pragma foreign_keys = on");
		change((op) -> op.alterColumn("team", "city", (c) -> c.type(Types.text())));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> change((op) -> {
			op.alterColumn("team", "city", (c) -> c.type(Types.text()));
			op.execute("delete from team");
		}))
			.withMessageStartingWith("it copies a table, for which SQLite does not enforce foreign keys meanwhile, "
					+ "and leaves 2 rows of 'hero' that name no row of 'team'.");
		assertThat(query("select * from team")).hasSize(1);
		assertThat(query("pragma foreign_keys").get(0).bool("foreign_keys")).isTrue();
	}

	@Test
	void aTableThatOthersNameIsNotDropped() {
		execute(LEAGUE);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> change((op) -> op.dropTable("TEAM")))
			.withMessageStartingWith("the table 'TEAM' cannot be dropped as long as foreign keys of [hero] name it.");
		change((op) -> {
			op.dropTable("hero");
			op.dropTable("team");
			op.dropTableIfExists("nowhere");
		});
		assertThat(query("select * from sqlite_schema where type = 'table' and name not like 'sqlite%'")).hasSize(1);
	}

	@Test
	void aTableOfAnotherDatabaseIsNotCopied() {
		execute("attach ':memory:' as side", "create table side.hero (id int)");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> change((op) -> op.createUniqueConstraint("uq", "side.hero", "id")))
			.withMessageStartingWith(
					"The table 'side.hero' would have to be copied, which is done in the main database only.");
		execute("create table hero (id int)");
		change((op) -> op.createUniqueConstraint("uq", "main.hero", "id"));
		assertThat(definition("hero")).contains("uq");
	}

}
