package dev.migrator.dialect;

import java.util.List;

import dev.migrator.dialect.Dialect.Effect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.DialectTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the catalogs tell of a statement whose process died.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class EffectTests {

	@Parameter
	String database = "";

	private SqlSession session;

	private Dialect dialect;

	@BeforeEach
	void open() {
		this.session = JdbcSession.open((isPostgresql()) ? Databases.postgresql() : Databases.h2());
		this.dialect = Dialects.of(this.session.database());
	}

	@AfterEach
	void close() {
		this.session.close();
	}

	private boolean isPostgresql() {
		return this.database.equals("postgresql");
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	private Effect effectOf(String sql) {
		return this.dialect.effectOf(SqlStatement.of(sql), this.session);
	}

	private void assertSeen(String sql) {
		assertThat(effectOf(sql)).as("before: %s", sql).isEqualTo(Effect.NOT_DONE);
		execute(sql);
		assertThat(effectOf(sql)).as("after: %s", sql).isEqualTo(Effect.DONE);
	}

	@Test
	void statementsOfAnAuthorAreSeenBeforeAndAfter() {
		execute("create schema app", "create table Target (id integer, other integer)",
				"create table app.\"Target\" (id integer, \"Odd name\" integer)");
		for (String sql : List.of("create table hero (id int primary key, name varchar(20) default 'a, as b')",
				"CREATE TABLE -- why\n IF NOT EXISTS app.Hero2 (id int);", "create index IX on hero (name)",
				"create unique index if not exists ux on app.\"Target\" (id)", "create view seen as select * from hero",
				"create sequence app.seq as bigint",
				(isPostgresql()) ? "create unique index nn on hero (id) nulls not distinct"
						: "create unique nulls not distinct index nn on hero (id)",
				"create schema if not exists \"My schema\"", "alter table target add c1 int",
				"alter table target add column if not exists \"C2\" int default 1",
				"alter table app.\"Target\" add constraint uq unique (id)", "alter table target rename column c1 to c3",
				"alter table target drop column \"C2\"", "alter table TARGET drop if exists C3",
				"alter table app.\"Target\" rename constraint uq to uq2",
				"alter table app.\"Target\" drop constraint if exists uq2", "alter table Target rename to \"target 2\"",
				"drop view seen", "drop index ix", "drop index if exists app.ux", "drop sequence app.seq",
				"drop table app.hero2", "drop table if exists hero", "drop schema \"My schema\" cascade",
				"/* all */ drop table app.\"Target\" ;")) {
			assertSeen(sql);
		}
	}

	@Test
	void renderedStatementsAreSeenBeforeAndAfter() {
		DialectTarget target = new DialectTarget(this.dialect, null);
		Operations op = target.operations();
		op.createTable("order", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("Name", varchar(10)).check("\"Name\" <> ','");
			t.index("ix", "Name");
		});
		op.addColumn("order", "age", integer());
		op.createUniqueConstraint("uq", "order", "age");
		op.createIndex("ix2", "order", (index) -> index.columns("id").concurrently().unique());
		op.renameColumn("order", "age", "years");
		op.dropIndexConcurrently("ix2", "order");
		op.dropConstraint("uq", "order", ConstraintType.UNIQUE);
		op.dropColumn("order", "years");
		op.renameTable("order", "orders");
		op.dropTable("orders");
		assertThat(target.sql()).hasSize(11);
		target.sql().forEach(this::assertSeen);
	}

	@Test
	void whatMayRunAgainCountsAsNotDone() {
		execute("create table hero (id integer, name varchar(10))");
		for (String sql : List.of("comment on table hero is 'x'", "alter table hero alter column id set default 1",
				"alter table hero alter id drop default", "alter table hero alter column id set not null",
				"alter table hero alter column id drop not null",
				"alter table hero alter column name set data type varchar(20)",
				"create or replace view v as select id from hero", "grant select on hero to public")) {
			execute(sql);
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.NOT_DONE);
			execute(sql);
		}
	}

	@Test
	void columnsThatCountOrAreComputedAreSeen() {
		execute("create table hero (id integer not null, n integer generated always as (1) %s)"
			.formatted((isPostgresql()) ? "stored" : ""));
		if (isPostgresql()) {
			assertSeen("alter table hero alter column id add generated by default as identity");
		}
		else {
			execute("alter table hero alter column id set generated by default");
		}
		for (String sql : List.of("alter table hero alter column id set generated always set increment by 2 set cycle",
				"alter table hero alter id set maxvalue 7", "alter table hero alter id set no minvalue")) {
			execute(sql);
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.NOT_DONE);
			execute(sql);
		}
		assertThat(effectOf("alter table hero alter column id set increment by 2 restart with 3"))
			.isEqualTo(Effect.UNKNOWN);
		assertSeen("alter table hero alter column id drop identity");
		assertSeen("alter table hero alter n drop expression");
	}

	@Test
	void sequencesAreSeen() {
		for (String sql : List.of("create sequence if not exists counter", "drop sequence counter",
				"create sequence counter as bigint start with 3 increment by 2")) {
			assertSeen(sql);
		}
		String repeatable = "alter sequence counter increment by 7 minvalue -3 no maxvalue cycle";
		execute(repeatable);
		assertThat(effectOf(repeatable)).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("alter sequence counter increment by 7 restart with 1")).isEqualTo(Effect.UNKNOWN);
		if (isPostgresql()) {
			assertSeen("alter sequence counter rename to \"Other\"");
			assertThat(effectOf("alter sequence \"Other\" set schema app")).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void typesAndTheirValuesAreSeen() {
		if (!isPostgresql()) {
			assertThat(effectOf("create type mood as enum ('a')")).isEqualTo(Effect.UNKNOWN);
			return;
		}
		execute("create schema app");
		for (String sql : List.of("create type mood as enum ('sad', 'It''s ok')",
				"alter type mood add value 'happy, a' before 'sad'", "alter type mood rename value 'It''s ok' to 'ok'",
				"alter type mood rename to \"Mood\"", "create type app.\"Mood\" as enum ()",
				"alter type app.\"Mood\" add value 'new'", "drop type if exists app.\"Mood\"", "drop type \"Mood\"")) {
			assertSeen(sql);
		}
		assertThat(effectOf("alter type app.mood add value if not exists 'a'")).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("alter type nowhere add value 'a'")).isEqualTo(Effect.UNKNOWN);
		assertThat(effectOf("alter type nowhere add value E'a'")).isEqualTo(Effect.UNKNOWN);
		assertThat(effectOf("alter type nowhere owner to postgres")).isEqualTo(Effect.UNKNOWN);
	}

	@Test
	void typesOfSeveralAttributesAreSeen() {
		if (!isPostgresql()) {
			assertThat(effectOf("alter type place add attribute a int")).isEqualTo(Effect.UNKNOWN);
			return;
		}
		execute("create schema app");
		for (String sql : List.of("create type place as (lat double precision, lng double precision)",
				"alter type place add attribute \"A name\" numeric(9, 2)",
				"alter type place rename attribute lng to \"Lng\" cascade",
				"alter type place drop attribute if exists lat restrict", "create type app.place as (a int)",
				"alter type app.place add attribute b int cascade, drop attribute a",
				"alter type place rename to \"Place\"", "drop type \"Place\" cascade")) {
			assertSeen(sql);
		}
		assertThat(effectOf("alter type app.place alter attribute b set data type numeric(9, 2)"))
			.isEqualTo(Effect.NOT_DONE);
		for (String sql : List.of("alter type app.place alter attribute b type text, drop attribute b",
				"alter type app.place drop attribute if exists a, add attribute c int",
				"alter type nowhere add attribute a int", "alter type nowhere rename attribute a to b")) {
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void routinesAreSeenWhereTheirNameIsTheOnlyOne() {
		if (isPostgresql()) {
			String create = "create function twice(a integer) returns integer language sql as 'select a * 2'";
			assertThat(effectOf(create)).isEqualTo(Effect.NOT_DONE);
			assertThat(effectOf("drop function twice(integer)")).isEqualTo(Effect.DONE);
			execute(create);
			assertThat(effectOf(create)).isEqualTo(Effect.UNKNOWN);
			assertThat(effectOf("drop function twice(integer)")).isEqualTo(Effect.UNKNOWN);
			assertThat(effectOf("drop function if exists twice(integer, text)")).isEqualTo(Effect.NOT_DONE);
			assertThat(effectOf("create or replace function twice() returns integer language sql as 'select 1'"))
				.isEqualTo(Effect.NOT_DONE);
			assertThat(effectOf("drop procedure nowhere")).isEqualTo(Effect.DONE);
		}
		else {
			execute("create schema app");
			assertSeen("create alias if not exists app.twice as $$ int twice(int a) { return a * 2; } $$");
			assertSeen("drop alias app.twice");
			assertThat(effectOf("create function twice()")).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void triggersAreSeenOnTheirTables() {
		execute("create schema app", "create table hero (id integer)", "create table app.hero (id integer)");
		if (isPostgresql()) {
			execute("create function f() returns trigger language plpgsql as 'begin return new; end'");
			assertSeen("create trigger tr before insert or update of id on hero for each row execute function f()");
			assertSeen("create trigger tr before insert on app.hero for each row execute function f()");
			assertSeen("drop trigger tr on hero");
			assertSeen("drop trigger if exists tr on app.hero cascade");
			assertThat(effectOf("drop trigger tr")).isEqualTo(Effect.UNKNOWN);
			assertThat(effectOf("drop trigger tr on nowhere")).isEqualTo(Effect.UNKNOWN);
		}
		else {
			String source = " for each row as $$ org.h2.api.Trigger create() { return (c, o, n) -> { }; } $$";
			assertSeen("create trigger if not exists tr before insert, update on hero" + source);
			assertSeen("create trigger app.tr before insert on app.hero" + source);
			assertSeen("drop trigger tr");
			assertSeen("drop trigger if exists app.tr");
		}
	}

	@Test
	void whatTheCatalogDoesNotTellIsUnknown() {
		execute("create table hero (id integer, name varchar(10))");
		for (String sql : List.of("insert into hero values (1, 'a')", "update hero set id = id + 1", "delete from hero",
				"alter table hero alter column id set data type bigint using id + 1",
				"alter table hero alter column id restart with 5", "alter table hero add primary key (id)",
				"alter table hero add unique (id)", "alter table hero drop primary key",
				"alter table nowhere add c int", "alter table nowhere drop column c", "alter table hero rename to hero",
				"alter table hero rename column nothing to none", "create temporary table t (id int)",
				"create table t (id int); create table t2 (id int)", "drop table hero, other",
				"alter table hero alter id set not null, add c int",
				"alter table hero add column if not exists c int, add column d int", "create index on hero (id)",
				"create trigger t", "select 1", "", "-- nothing", "drop", "alter table", "create table 7")) {
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void aTableMadeFromAQueryIsSureOnlyWhereStatementsAreAtomic() {
		String sql = "create table copy as select 1 as id";
		assertThat(effectOf(sql)).isEqualTo(Effect.NOT_DONE);
		execute(sql);
		assertThat(effectOf(sql)).isEqualTo((isPostgresql()) ? Effect.DONE : Effect.UNKNOWN);
	}

	@Test
	void anIndexThatWasNotCompletedIsBuiltAnewOrDropped() {
		if (!isPostgresql()) {
			return;
		}
		execute("create table hero (id integer)", "insert into hero values (1), (1)");
		String sql = "create unique index concurrently ux on hero (id)";
		assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> execute(sql));
		assertThat(effectOf(sql)).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("drop index concurrently ux")).isEqualTo(Effect.NOT_DONE);
	}

	@Test
	void aNameInALaterSchemaOfTheSearchPathIsNotTakenForTheOneMeant() {
		if (!isPostgresql()) {
			return;
		}
		execute("create schema app", "create table hero (id integer)", "set search_path to app, public");
		assertThat(effectOf("drop table hero")).isEqualTo(Effect.UNKNOWN);
		assertThat(effectOf("drop table public.hero")).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("drop table app.hero")).isEqualTo(Effect.DONE);
		assertThat(effectOf("create table app.hero (id int)")).isEqualTo(Effect.NOT_DONE);
		execute("create table hero (id integer)");
		assertThat(effectOf("create table hero (id integer)")).isEqualTo(Effect.DONE);
	}

	@Test
	void severalActionsOfOneStatementAreDoneTogether() {
		if (!isPostgresql()) {
			return;
		}
		execute("create table hero (id integer)");
		assertSeen("alter table only hero add column a int, add column b int default (1 + 2), drop column id");
	}

}
