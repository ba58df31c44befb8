package dev.migrator.dialect.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Limits of statements in MariaDB and MySQL, and how they report that one was reached.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbTimeoutTests {

	@Parameter
	String product = "";

	private LiveDatabase database;

	private SqlSession session;

	private Dialect dialect;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.session = this.database.session();
		this.dialect = this.database.dialect();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	private List<String> limits() {
		Row row = this.session
			.query(SqlStatement.of("select @@lock_wait_timeout as t, @@innodb_lock_wait_timeout as r, @@%s as s"
				.formatted((this.database.isMysql()) ? "max_execution_time" : "max_statement_time")))
			.get(0);
		return List.of(String.valueOf(row.get("t")), String.valueOf(row.get("r")), String.valueOf(row.get("s")));
	}

	@Test
	void theSessionsOwnLimitsComeBack() {
		execute("set lock_wait_timeout = 1234");
		List<String> before = limits();
		assertThat(this.dialect.timeouts(null, null)).isEmpty();
		this.dialect.timeouts(Duration.ofSeconds(7), Duration.ofMinutes(2)).forEach(this.session::execute);
		assertThat(limits()).containsExactly("7", "7", (this.database.isMysql()) ? "120000" : "120.0");
		this.dialect.timeouts(Duration.ofMillis(50), Duration.ofMillis(1500)).forEach(this.session::execute);
		assertThat(limits()).containsExactly("1", "1", (this.database.isMysql()) ? "1500" : "1.5");
		this.dialect.timeouts(Duration.ZERO, Duration.ZERO).forEach(this.session::execute);
		assertThat(limits()).containsExactly("31536000", "31536000", (this.database.isMysql()) ? "0" : "0.0");
		this.dialect.resetTimeouts(this.session).forEach(this.session::execute);
		assertThat(limits()).isEqualTo(before);
		this.dialect.resetTimeouts(this.session).forEach(this.session::execute);
		assertThat(limits()).isEqualTo(before);
	}

	@Test
	void aWaitForALockThatEndsIsKnown() throws SQLException {
		execute("create table hero (id integer)", "insert into hero values (1)");
		this.dialect.timeouts(Duration.ofMillis(100), null).forEach(this.session::execute);
		try (Connection other = this.database.dataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("update hero set id = 2");
			for (String sql : List.of("alter table hero add column age integer", "update hero set id = 3")) {
				SqlSessionException ex = catchThrowableOfType(SqlSessionException.class, () -> execute(sql));
				assertThat(isLockTimeout(ex)).as(sql).isTrue();
				assertThat(this.dialect.isMissingPrivilege(String.valueOf(ex.sqlState()), ex.errorCode())).isFalse();
			}
			other.rollback();
		}
		execute("alter table hero add column age integer");
	}

	private boolean isLockTimeout(SqlSessionException ex) {
		return this.dialect.isLockTimeout(String.valueOf(ex.sqlState()), ex.errorCode());
	}

	@Test
	void theVictimOfADeadlockMayTryAgain() throws Exception {
		execute("create table a (id integer primary key)", "create table b (id integer primary key)",
				"insert into a values (1)", "insert into b values (1)", "insert into b values (2), (3)");
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try (Connection other = this.database.dataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			// Whoever changed fewer rows is the victim.
			statement.execute("update b set id = id + 10 order by id desc");
			this.session.begin();
			execute("update a set id = 2");
			Future<?> waits = thread.submit(() -> statement.execute("update a set id = 3"));
			SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
					() -> execute("update b set id = 5"));
			assertThat(ex.errorCode()).isEqualTo(1213);
			assertThat(isLockTimeout(ex)).isTrue();
			waits.get();
			this.session.rollback();
			other.rollback();
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void aStatementThatRunsTooLongIsNoLockTimeout() {
		this.dialect.timeouts(null, Duration.ofMillis(200)).forEach(this.session::execute);
		execute("create table hero (id integer)");
		execute("insert into hero values (1)");
		// MySQL limits only what reads
		List<String> limited = (this.database.isMysql()) ? List.of("select sleep(60) from hero for share")
				: List.of("select sleep(60)", "insert into hero select sleep(60)");
		for (String slow : limited) {
			SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
					() -> this.session.execute(SqlStatement.of(slow)));
			assertThat(ex.errorCode()).as(slow).isEqualTo((this.database.isMysql()) ? 3024 : 1969);
			assertThat(isLockTimeout(ex)).isFalse();
		}
	}

	@Test
	void aMissingRightIsKnown() {
		String user = "poor_" + System.nanoTime();
		String schema = this.dialect.currentSchema(this.session);
		execute("create table hero (id integer)", "create table team (id integer)",
				"create user %s@'127.0.0.1'".formatted(user),
				"grant select on %s.team to %s@'127.0.0.1'".formatted(schema, user));
		try (SqlSession poor = JdbcSession.open(Databases.as(this.database.dataSource(), user, ""))) {
			for (String sql : List.of("select * from hero", "create table mine (id integer)",
					"alter table team add c integer", "update team set id = 1", "create database mine",
					"create user someone", "set global lock_wait_timeout = 5", "create procedure p() select 1",
					"use mysql")) {
				SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
						() -> poor.execute(SqlStatement.of(sql)));
				assertThat(this.dialect.isMissingPrivilege(String.valueOf(ex.sqlState()), ex.errorCode())).as(sql)
					.isTrue();
				assertThat(isLockTimeout(ex)).isFalse();
			}
		}
	}

	@Test
	void aSessionInWhichABackslashIsJustACharacterIsRefused() {
		assertThatCode(() -> this.dialect.checkSession(this.session)).doesNotThrowAnyException();
		execute("set sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.checkSession(this.session))
			.withMessageContaining("NO_BACKSLASH_ESCAPES")
			.withMessageEndingWith("sessionVariables=sql_mode='ANSI_QUOTES,STRICT_ALL_TABLES'.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
	}

	@Test
	void namesAreReadAsTheyAreWrittenWhateverTheQuotesOfStrings() {
		execute("set sql_mode = 'ANSI_QUOTES'", "create table %s (id integer)".formatted(this.dialect.quote("a\"b")));
		execute("insert into %s values (length(%s))".formatted(this.dialect.quote("a\"b"),
				this.dialect.literal("a\"b")));
		assertThat(this.session.query(SqlStatement.of("select id from `a\"b`")).get(0).number("id")).isEqualTo(3);
	}

}
