package dev.migrator.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What the locks of all databases promise.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
class MigrationLockTests {

	private static final TableName VERSION_TABLE = TableName.of("migrator_version");

	@Parameter
	String database = "";

	private DataSource dataSource;

	private Dialect dialect;

	private Connection ownersConnection;

	private SqlSession owner;

	private SqlSession waiter;

	@BeforeEach
	void open() throws SQLException {
		this.dataSource = Databases.of(this.database);
		this.ownersConnection = this.dataSource.getConnection();
		this.owner = JdbcSession.open(new SingleConnectionDataSource(this.ownersConnection, false));
		this.waiter = JdbcSession.open(this.dataSource);
		this.dialect = Dialects.of(this.owner.database());
	}

	@AfterEach
	void close() throws SQLException {
		if (this.database.equals("mariadb") || this.database.equals("mysql")) {
			// there a schema is one of the whole server
			this.waiter.execute(SqlStatement.of("drop schema if exists app"));
		}
		this.waiter.close();
		this.ownersConnection.close();
	}

	private <T> T of(T postgresql, T h2, T mariadb) {
		return switch (this.database) {
			case "postgresql" -> postgresql;
			case "h2" -> h2;
			default -> mariadb;
		};
	}

	private MigrationLock lock() {
		return this.dialect.lock(VERSION_TABLE);
	}

	@Test
	void onlyOneSessionHasTheLockUntilItReleasesIt() {
		MigrationLock lock = lock();
		MigrationLock waitersLock = lock();
		assertThat(lock.holder(this.waiter)).isEmpty();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		assertThat(waitersLock.tryAcquire(this.waiter)).isFalse();
		assertThat(waitersLock.tryAcquire(this.waiter)).isFalse();
		lock.release(this.owner);
		assertThat(waitersLock.tryAcquire(this.waiter)).isTrue();
		assertThat(lock.tryAcquire(this.owner)).isFalse();
		waitersLock.release(this.waiter);
		assertThat(lock.holder(this.waiter)).isEmpty();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		lock.release(this.owner);
	}

	@Test
	void aClosedConnectionHasTheLockNoLonger() throws SQLException {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		this.ownersConnection.close();
		await().atMost(Duration.ofSeconds(5)).until(() -> lock().tryAcquire(this.waiter));
	}

	@Test
	void aWaiterGetsTheLockWhenItsOwnerIsKilled() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		String id = of("pg_backend_pid()", "session_id()", "connection_id()");
		long owners = this.owner.query(SqlStatement.of("select %s as id".formatted(id))).get(0).number("id");
		String kill = of("select pg_terminate_backend(%d)", "select abort_session(%d)", "kill %d");
		this.waiter.execute(SqlStatement.of(kill.formatted(owners)));
		await().atMost(Duration.ofSeconds(5)).until(() -> lock().tryAcquire(this.waiter));
	}

	@Test
	void theLockIsHeldOutsideTransactions() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		assertThat(this.owner.inTransaction()).isFalse();
		this.owner.begin();
		this.owner.execute(SqlStatement.of("create table t (id integer)"));
		this.owner.rollback();
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		this.waiter.begin();
		assertThatIllegalStateException().isThrownBy(() -> lock().tryAcquire(this.waiter));
		this.waiter.rollback();
		lock.release(this.owner);
	}

	@Test
	void aReleaseWithoutTheLockIsAnError() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> lock().release(this.waiter));
		lock.release(this.owner);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> lock.release(this.owner));
	}

	@Test
	void theHolderIsTold() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		String regex = of(
				"pid \\d+, application PostgreSQL JDBC Driver, from 127\\.0\\.0\\.1, idle, last statement: .{1,80}",
				"session \\d+ of user SA, since \\d{4}-.*",
				"connection \\d+, user migrator, from 127\\.0\\.0\\.1:\\d+, Sleep, for \\d+ s");
		// a server may take a moment to say that the owner's statement has ended
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(lock().holder(this.waiter))
				.hasValueSatisfying((holder) -> assertThat(holder).matches(regex)));
		lock.release(this.owner);
	}

	@Test
	void schemasAndVersionTablesHaveLocksOfTheirOwn() {
		this.owner.execute(SqlStatement.of("create schema app"));
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		String home = this.dialect.currentSchema(this.owner);
		assertThat(this.dialect.lock(new TableName(home, "migrator_version")).tryAcquire(this.waiter)).isFalse();
		MigrationLock inApp = this.dialect.lock(TableName.of("app.migrator_version"));
		assertThat(inApp.tryAcquire(this.waiter)).isTrue();
		MigrationLock other = this.dialect.lock(TableName.of("Other"));
		assertThat(other.tryAcquire(this.waiter)).isTrue();
		other.release(this.waiter);
		List<SqlStatement> back = this.dialect.useSchema("app", this.owner);
		assertThat(lock().tryAcquire(this.owner)).isFalse();
		inApp.release(this.waiter);
		back.forEach(this.owner::execute);
		lock.release(this.owner);
	}

	@Test
	void ofManyThatTryAtOnceExactlyOneGetsTheLock() throws Exception {
		int count = 8;
		ExecutorService threads = Executors.newFixedThreadPool(count);
		List<SqlSession> sessions = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				sessions.add(JdbcSession.open(this.dataSource));
			}
			for (int round = 0; round < 20; round++) {
				TableName versionTable = TableName.of("version_" + round);
				CountDownLatch start = new CountDownLatch(1);
				List<Future<Boolean>> results = new ArrayList<>();
				for (SqlSession session : sessions) {
					Callable<Boolean> attempt = () -> {
						start.await();
						return this.dialect.lock(versionTable).tryAcquire(session);
					};
					results.add(threads.submit(attempt));
				}
				start.countDown();
				int taken = 0;
				for (Future<Boolean> result : results) {
					taken += (result.get()) ? 1 : 0;
				}
				assertThat(taken).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
			sessions.forEach(SqlSession::close);
		}
	}

	@Test
	void anAttemptThatFailsDoesNotWait() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		long start = System.nanoTime();
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		lock.release(this.owner);
	}

	@Test
	void aSessionDoesNotTakeTheLockTwice() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		if (this.database.equals("h2")) {
			assertThat(lock().tryAcquire(this.owner)).isFalse();
		}
		else {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> lock().tryAcquire(this.owner))
				.withMessageContaining("migrator.url");
		}
		lock.release(this.owner);
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
	}

}
