package dev.migrator.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Limits of statements, and how the databases report that one was reached.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class TimeoutTests {

	@Parameter
	String database = "";

	private DataSource dataSource;

	private SqlSession session;

	private Dialect dialect;

	@BeforeEach
	void open() {
		this.dataSource = (isPostgresql()) ? Databases.postgresql() : Databases.h2();
		this.session = JdbcSession.open(this.dataSource);
		this.dialect = Dialects.of(this.session.database());
	}

	@AfterEach
	void close() {
		this.session.close();
	}

	private boolean isPostgresql() {
		return this.database.equals("postgresql");
	}

	private List<String> limits() {
		String sql = (isPostgresql())
				? "select current_setting('lock_timeout') as l, current_setting('statement_timeout') as s"
				: "select lock_timeout() as l, (select setting_value from information_schema.settings"
						+ " where setting_name = 'QUERY_TIMEOUT') as s";
		return this.session.query(SqlStatement.of(sql))
			.stream()
			.flatMap((row) -> List.of(String.valueOf(row.get("l")), String.valueOf(row.get("s"))).stream())
			.toList();
	}

	@Test
	void theSessionsOwnLimitsComeBack() {
		if (!isPostgresql()) {
			this.session.execute(SqlStatement.of("set lock_timeout 1234"));
		}
		List<String> before = limits();
		assertThat(this.dialect.timeouts(null, null)).isEmpty();
		this.dialect.timeouts(Duration.ofSeconds(7), Duration.ofMinutes(2)).forEach(this.session::execute);
		assertThat(limits()).isEqualTo((isPostgresql()) ? List.of("7s", "2min") : List.of("7000", "120000"));
		this.dialect.timeouts(Duration.ofMillis(50), Duration.ZERO).forEach(this.session::execute);
		assertThat(limits()).isEqualTo((isPostgresql()) ? List.of("50ms", "0") : List.of("50", "0"));
		this.dialect.resetTimeouts(this.session).forEach(this.session::execute);
		assertThat(limits()).isEqualTo(before);
		this.dialect.resetTimeouts(this.session).forEach(this.session::execute);
		assertThat(limits()).isEqualTo(before);
	}

	@Test
	void aWaitForALockThatEndsIsKnown() throws SQLException {
		this.session.execute(SqlStatement.of("create table hero (id integer)"));
		this.session.execute(SqlStatement.of("insert into hero values (1)"));
		this.dialect.timeouts(Duration.ofMillis(100), null).forEach(this.session::execute);
		try (Connection other = this.dataSource.getConnection(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("update hero set id = 2");
			SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
					() -> this.session.execute(SqlStatement.of("alter table hero add column age integer")));
			assertThat(this.dialect.isLockTimeout(String.valueOf(ex.sqlState()), ex.errorCode())).isTrue();
			assertThat(this.dialect.isMissingPrivilege(String.valueOf(ex.sqlState()), ex.errorCode())).isFalse();
			other.rollback();
		}
		this.session.execute(SqlStatement.of("alter table hero add column age integer"));
	}

	@Test
	void aStatementThatRunsTooLongIsNoLockTimeout() {
		this.dialect.timeouts(null, Duration.ofMillis(200)).forEach(this.session::execute);
		String slow = (isPostgresql()) ? "select pg_sleep(60)"
				: "select count(*) from system_range(1, 100000) a, system_range(1, 100000) b where a.x = b.x + rand()";
		SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
				() -> this.session.query(SqlStatement.of(slow)));
		assertThat(ex.sqlState()).isEqualTo("57014");
		assertThat(this.dialect.isLockTimeout("57014", ex.errorCode())).isFalse();
	}

	@Test
	void aMissingRightIsKnown() {
		if (isPostgresql()) {
			this.session.execute(SqlStatement.of("create role test_powerless_" + System.nanoTime()));
			Object role = this.session
				.query(SqlStatement.of("select rolname from pg_roles where rolname like 'test_powerless%' limit 1"))
				.get(0)
				.get("rolname");
			this.session.execute(SqlStatement.of("set role " + role));
			assertMissingRight(this.session, "create schema mine");
			return;
		}
		this.session.execute(SqlStatement.of("create table hero (id integer)"));
		this.session.execute(SqlStatement.of("create user bob password ''"));
		JdbcDataSource bobs = new JdbcDataSource();
		bobs.setURL(((JdbcDataSource) this.dataSource).getURL().replaceFirst(";.*", ""));
		bobs.setUser("bob");
		try (SqlSession bob = JdbcSession.open(bobs)) {
			assertMissingRight(bob, "select * from hero");
			assertMissingRight(bob, "create table mine (id integer)");
			assertMissingRight(bob, "create user carl password ''");
		}
	}

	private void assertMissingRight(SqlSession user, String sql) {
		SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
				() -> user.execute(SqlStatement.of(sql)));
		assertThat(this.dialect.isMissingPrivilege(String.valueOf(ex.sqlState()), ex.errorCode())).as(sql).isTrue();
		assertThat(this.dialect.isLockTimeout(String.valueOf(ex.sqlState()), ex.errorCode())).isFalse();
	}

}
