package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.R2dbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import io.r2dbc.spi.ConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StopRequest}.
 */
class StopRequestTests {

	private static final SqlStatement ENDLESS = new SqlStatement("""
			with recursive n (i) as (select 1 union all select i + 1 from n where i > 0) select count(*) from n""",
			List.of());

	/** MariaDB ends a recursion after a thousand steps. */
	private static final SqlStatement ENDLESS_IN_MARIADB = new SqlStatement(
			"select count(*) from seq_1_to_1000000 a, seq_1_to_1000000 b where a.seq * b.seq < 0", List.of());

	/** So does MySQL, by an error. */
	private static final SqlStatement ENDLESS_IN_MYSQL = new SqlStatement("""
			select count(*) from information_schema.collations a, information_schema.collations b,
			information_schema.collations c where a.id * b.id * c.id < 0""", List.of());

	static List<Arguments> databases() {
		DataSource sqlite = Databases.sqlite();
		DataSource postgresql = Databases.postgresql();
		DataSource mariadb = Databases.mariadb();
		ConnectionFactory overR2dbc = Databases.r2dbc(postgresql);
		ConnectionFactory mariadbOverR2dbc = Databases.r2dbc(mariadb);
		ConnectionFactory h2 = Databases.r2dbc(Databases.h2());
		return List.of(arguments(() -> JdbcSession.open(postgresql), ENDLESS),
				arguments(() -> JdbcSession.open(sqlite), ENDLESS),
				arguments(() -> JdbcSession.open(mariadb), ENDLESS_IN_MARIADB),
				arguments(() -> JdbcSession.open(Databases.mysql()), ENDLESS_IN_MYSQL),
				arguments(() -> R2dbcSession.open(overR2dbc, null), ENDLESS),
				arguments(() -> R2dbcSession.open(mariadbOverR2dbc, null), ENDLESS_IN_MARIADB),
				arguments(() -> R2dbcSession.open(h2, null), ENDLESS));
	}

	private static Arguments arguments(SessionFactory database, SqlStatement endless) {
		return Arguments.of(database, endless);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void theStatementAtWorkIsCancelledAndNoneFollowsIt(SessionFactory database, SqlStatement endless)
			throws InterruptedException {
		try (SqlSession session = database.open()) {
			StopRequest stop = new StopRequest(session);
			Thread asking = new Thread(stop::stop);
			assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> stop.cancellable(() -> {
				asking.start();
				return session.execute(endless);
			}));
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> stop.cancellable(() -> session.execute(endless)))
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.STOPPED));
			stop.close();
			asking.join();
		}
	}

	@Test
	void whatIsNoPartOfARevisionIsNotCancelled() throws InterruptedException {
		DataSource database = Databases.postgresql();
		try (JdbcSession session = JdbcSession.open(database)) {
			StopRequest stop = new StopRequest(session);
			Thread asking = new Thread(stop::stop);
			asking.start();
			Awaitility.await().until(stop::isRequested);
			session.execute(new SqlStatement("select pg_sleep(0.7)", List.of()));
			assertThat(asking.isAlive()).isTrue();
			stop.close();
			asking.join();
		}
	}

	@Test
	void aPauseEndsWithTheRequest() throws InterruptedException {
		try (JdbcSession session = JdbcSession.open(Databases.h2())) {
			StopRequest stop = new StopRequest(session);
			Thread asking = new Thread(stop::stop);
			asking.start();
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> stop.pause(Duration.ofHours(1)))
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.STOPPED));
			stop.close();
			asking.join();
		}
	}

}
