package dev.migrator.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Effect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What SQLite tells of a statement whose process died, and of one that waited too long.
 */
class SqliteEffectTests {

	private final DataSource dataSource = Databases.sqlite();

	private final SqlSession session = JdbcSession.open(this.dataSource);

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

	private Effect effectOf(String sql) {
		return this.dialect.effectOf(SqlStatement.of(sql), this.session);
	}

	@Test
	void statementsAreSeenBeforeAndAfter() {
		execute("attach ':memory:' as side", "create table Target (id integer, other integer)");
		for (String sql : List.of("create table hero (id int primary key, name varchar(20) default 'a, as b')",
				"CREATE TABLE -- why\n IF NOT EXISTS side.Hero2 (id int);", "create index IX on hero (name)",
				"create unique index if not exists ux on \"Target\" (id)", "create view seen as select * from hero",
				"create table copy as select * from hero", "alter table target add c1 int",
				"alter table target add column \"C2\" int default 1", "alter table target rename column c1 to c3",
				"alter table target drop column \"C2\"", "alter table TARGET drop C3",
				"alter table Target rename to \"target 2\"", "drop view seen", "drop index ix",
				"drop index if exists ux", "drop table side.hero2", "drop table if exists hero",
				"/* all */ drop table \"target 2\" ;")) {
			assertThat(effectOf(sql)).as("before: %s", sql).isEqualTo(Effect.NOT_DONE);
			execute(sql);
			assertThat(effectOf(sql)).as("after: %s", sql).isEqualTo(Effect.DONE);
		}
	}

	@Test
	void namesOfConstraintsAreReadFromTheTable() {
		execute("create table hero (id int constraint \"pk one\" primary key, constraint ck check (id > 0))");
		assertThat(effectOf("alter table hero add constraint \"PK one\" primary key (id)")).isEqualTo(Effect.DONE);
		assertThat(effectOf("alter table hero drop constraint CK")).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("alter table hero drop constraint uq")).isEqualTo(Effect.DONE);
		assertThat(effectOf("alter table nowhere drop constraint uq")).isEqualTo(Effect.UNKNOWN);
	}

	@Test
	void whatTheCatalogDoesNotTellIsUnknown() {
		execute("create table hero (id integer, name varchar(10))");
		for (String sql : List.of("insert into hero values (1, 'a')", "delete from hero",
				"alter table nowhere add c int", "alter table nowhere drop column c", "alter table hero rename to hero",
				"create temp table t (id int)", "create trigger t after insert on hero begin select 1; end",
				"create sequence s", "reindex", "create table nowhere.t (id int)", "drop table nowhere.t", "")) {
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void aWaitForTheWriterEndsAfterItsTimeAndTheLimitComesBack() throws SQLException {
		execute("pragma busy_timeout = 1234");
		List<SqlStatement> back = this.dialect.resetTimeouts(this.session);
		assertThat(this.dialect.timeouts(null, Duration.ofSeconds(1))).isEmpty();
		this.dialect.timeouts(Duration.ofMillis(30), null).forEach(this.session::execute);
		try (Connection other = this.dataSource.getConnection(); Statement statement = other.createStatement()) {
			statement.execute("begin immediate");
			SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
					() -> execute("create table hero (id integer)"));
			assertThat(this.dialect.isLockTimeout("", ex.errorCode())).isTrue();
			assertThat(this.dialect.isMissingPrivilege("", ex.errorCode())).isFalse();
			statement.execute("rollback");
		}
		execute("create table hero (id integer)");
		back.forEach(this.session::execute);
		assertThat(SqliteSettings.busyTimeout(this.session)).isEqualTo(1234);
		this.dialect.timeouts(Duration.ZERO, null).forEach(this.session::execute);
		assertThat(SqliteSettings.busyTimeout(this.session)).isEqualTo(Integer.MAX_VALUE);
		SqlSessionException wrong = catchThrowableOfType(SqlSessionException.class, () -> execute("create nothing"));
		assertThat(this.dialect.isLockTimeout("", wrong.errorCode())).isFalse();
	}

	@Test
	void aDatabaseIsDescribedAlikeHoweverItIsWritten() {
		execute("create table hero (id integer primary key, name text /* ; */ not null, age int default (1+1))",
				"create index ix on hero (name) where age > 1", "create view v as select 1 as one",
				"create virtual table words using fts5(line)");
		List<String> lines = this.dialect.describeSchema("main", this.session);
		assertThat(lines).contains("table \"hero\" []", "table \"hero\" column 0002 \"name\" text not null",
				"table \"hero\" column 0003 \"age\" int default ( 1 + 1 )",
				"index \"ix\" on \"hero\": CREATE INDEX ix on hero ( name ) where age > 1",
				"view \"v\" on \"v\": CREATE VIEW v as select 1 as one",
				"table \"words\" on \"words\": CREATE VIRTUAL TABLE words using fts5 ( line )");
		assertThat(this.dialect.describeSchema("nowhere", this.session)).isEmpty();
		try (SqlSession other = JdbcSession.open(Databases.sqliteInMemory())) {
			other.execute(SqlStatement.of("create table hero (\n id integer primary key,\n name text)"));
			other.execute(SqlStatement.of("alter table hero rename to heroes"));
			other.execute(SqlStatement.of("alter table heroes rename to hero"));
			assertThat(this.dialect.describeSchema("main", other)).containsExactly("table \"hero\" []",
					"table \"hero\" column 0001 \"id\" integer primary key",
					"table \"hero\" column 0002 \"name\" text");
		}
	}

}
