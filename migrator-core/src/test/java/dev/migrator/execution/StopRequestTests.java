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

	static List<SessionFactory> databases() {
		DataSource sqlite = Databases.sqlite();
		DataSource postgresql = Databases.postgresql();
		ConnectionFactory overR2dbc = Databases.r2dbc(postgresql);
		ConnectionFactory h2 = Databases.r2dbc(Databases.h2());
		return List.of(() -> JdbcSession.open(postgresql), () -> JdbcSession.open(sqlite),
				() -> R2dbcSession.open(overR2dbc, null), () -> R2dbcSession.open(h2, null));
	}

	@ParameterizedTest
	@MethodSource("databases")
	void theStatementAtWorkIsCancelledAndNoneFollowsIt(SessionFactory database) throws InterruptedException {
		try (SqlSession session = database.open()) {
			StopRequest stop = new StopRequest(session);
			Thread asking = new Thread(stop::stop);
			assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> stop.cancellable(() -> {
				asking.start();
				return session.execute(ENDLESS);
			}));
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> stop.cancellable(() -> session.execute(ENDLESS)))
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
