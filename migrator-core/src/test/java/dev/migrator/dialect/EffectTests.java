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
				"create sequence app.seq as bigint", "create schema if not exists \"My schema\"",
				"alter table target add c1 int", "alter table target add column if not exists \"C2\" int default 1",
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
