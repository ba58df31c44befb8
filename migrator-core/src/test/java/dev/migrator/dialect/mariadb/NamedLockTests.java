package dev.migrator.dialect.mariadb;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.dialect.MigrationLock;
import dev.migrator.schema.TableName;
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

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is special about the lock of MariaDB and MySQL.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class NamedLockTests {

	@Parameter
	String product = "";

	private LiveDatabase live;

	private DataSource database;

	private final MigrationLock lock = lock();

	private SqlSession owner;

	private SqlSession waiter;

	@BeforeEach
	void open() {
		this.live = new LiveDatabase(this.product);
		this.database = this.live.dataSource();
		this.owner = JdbcSession.open(this.database);
		this.waiter = JdbcSession.open(this.database);
	}

	@AfterEach
	void close() {
		this.owner.close();
		this.waiter.close();
		this.live.close();
	}

	private static MigrationLock lock() {
		return new NamedLock(TableName.of("migrator_version"));
	}

	@Test
	void itsNameIsShortEnoughWhateverTheTablesNameIs() {
		MigrationLock longest = new NamedLock(new TableName("x".repeat(64), "ü`'\\".repeat(16)));
		assertThat(longest.tryAcquire(this.owner)).isTrue();
		assertThat(longest.tryAcquire(this.waiter)).isFalse();
		longest.release(this.owner);
	}

	@Test
	void aPooledConnectionComesBackWithoutTheLock() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database);
			pool.setMaximumPoolSize(1);
			for (int i = 0; i < 2; i++) {
				try (SqlSession session = JdbcSession.open(pool)) {
					MigrationLock mine = lock();
					assertThat(mine.tryAcquire(session)).isTrue();
					mine.release(session);
				}
			}
			assertThat(this.lock.holder(this.waiter)).isEmpty();
		}
	}

	@Test
	void aUserWithoutMoreRightsIsToldAtLeastTheConnection() {
		String user = "poor_" + System.nanoTime();
		this.owner.execute(SqlStatement.of("create user %s@'127.0.0.1'".formatted(user)));
		this.owner.execute(SqlStatement.of("grant select on %s.* to %s@'127.0.0.1'"
			.formatted(this.owner.query(SqlStatement.of("select database() as name")).get(0).get("name"), user)));
		assertThat(this.lock.tryAcquire(this.owner)).isTrue();
		try (SqlSession poor = JdbcSession.open(Databases.as(this.database, user, ""))) {
			assertThat(lock().tryAcquire(poor)).isFalse();
			assertThat(lock().holder(poor))
				.hasValueSatisfying((holder) -> assertThat(holder).matches("connection \\d+"));
		}
		this.lock.release(this.owner);
	}

	@Test
	void theHoldersStatementIsToldAndTheLockIsFreeWhenItIsKilled() throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			assertThat(this.lock.tryAcquire(this.owner)).isTrue();
			Future<?> running = thread.submit(() -> {
				this.owner.execute(SqlStatement.of("do\n sleep(60)"));
			});
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(this.lock.holder(this.waiter))
					.hasValueSatisfying((holder) -> assertThat(holder).contains("Query", "statement: do sleep(60)")));
			this.waiter.execute(SqlStatement
				.of("kill " + this.lock.holder(this.waiter).orElseThrow().replaceAll("connection (\\d+).*", "$1")));
			await().atMost(Duration.ofSeconds(10)).until(() -> lock().tryAcquire(this.waiter));
			assertThat(running).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(SqlSessionException.class);
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void aConnectionThatIsCutHasTheLockNoLonger() throws Exception {
		Connection connection = this.database.getConnection();
		SqlSession cut = JdbcSession.open(new SingleConnectionDataSource(connection, true));
		assertThat(this.lock.tryAcquire(cut)).isTrue();
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		connection.abort(Runnable::run);
		await().atMost(Duration.ofSeconds(5)).until(() -> lock().tryAcquire(this.waiter));
	}

}
