package dev.migrator.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class AdvisoryLockTests {

	private DataSource dataSource;

	private SqlSession owner;

	private SqlSession waiter;

	@BeforeEach
	void open() {
		this.dataSource = Databases.postgresql();
		this.owner = JdbcSession.open(this.dataSource);
		this.waiter = JdbcSession.open(this.dataSource);
	}

	@AfterEach
	void close() {
		this.waiter.close();
		this.owner.close();
	}

	private MigrationLock lock() {
		return new PostgresqlDialect(this.owner.database()).lock(TableName.of("migrator_version"));
	}

	private Row activityOf(Object pid) {
		return this.waiter.query(SqlStatement.of("select state, backend_xmin::text as xmin, backend_xid::text as xid"
				+ " from pg_stat_activity where pid = ?", pid))
			.get(0);
	}

	private static Object pid(SqlSession session) {
		Object pid = session.query(SqlStatement.of("select pg_backend_pid() as pid")).get(0).get("pid");
		return (pid != null) ? pid : -1;
	}

	@Test
	void aHeldLockHoldsNoSnapshot() {
		Object pid = pid(this.owner);
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		Row activity = activityOf(pid);
		assertThat(activity.string("state")).isEqualTo("idle");
		assertThat(activity.get("xmin")).isNull();
		assertThat(activity.get("xid")).isNull();
	}

	@Test
	void anIndexIsCreatedConcurrentlyWhileAnotherSessionTriesForTheLock() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		this.owner.execute(SqlStatement.of("create table hero as select i as id from generate_series(1, 200000) i"));
		CompletableFuture<Void> index = CompletableFuture
			.runAsync(() -> this.owner.execute(SqlStatement.of("create index concurrently ix on hero (id)")));
		int attempts = 0;
		while (!index.isDone() || attempts < 10) {
			assertThat(lock().tryAcquire(this.waiter)).isFalse();
			attempts++;
		}
		assertThat(index).succeedsWithin(Duration.ofSeconds(30));
		assertThat(this.waiter
			.query(SqlStatement.of("select 1 from pg_index where indexrelid = 'ix'::regclass" + " and indisvalid")))
			.hasSize(1);
	}

	@Test
	void theServerEndsTheStatementOfAClientThatIsGone() throws Exception {
		Connection connection = this.dataSource.getConnection();
		SqlSession victim = JdbcSession.open(new SingleConnectionDataSource(connection, false));
		Object pid = pid(victim);
		assertThat(lock().tryAcquire(victim)).isTrue();
		CompletableFuture<Void> statement = CompletableFuture
			.runAsync(() -> victim.execute(SqlStatement.of("select pg_sleep(300)")));
		await().atMost(Duration.ofSeconds(5)).until(() -> "active".equals(activityOf(pid).string("state")));
		connection.abort(Runnable::run);
		assertThat(statement).failsWithin(Duration.ofSeconds(5));
		await().atMost(Duration.ofSeconds(10)).until(() -> lock().tryAcquire(this.waiter));
	}

	@Test
	void theSessionsSettingComesBackWithTheRelease() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		assertThat(checkInterval()).isEqualTo("1s");
		lock.release(this.owner);
		assertThat(checkInterval()).isEqualTo("0");
	}

	private Object checkInterval() {
		return String.valueOf(this.owner.query(SqlStatement.of("show client_connection_check_interval"))
			.get(0)
			.get("client_connection_check_interval"));
	}

	@Test
	void aMigrationMayChangeTheSearchPathBeforeTheLockIsReleased() {
		MigrationLock lock = lock();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		this.owner.execute(SqlStatement.of("create schema app"));
		this.owner.execute(SqlStatement.of("set search_path to app"));
		lock.release(this.owner);
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
	}

	@Test
	void aPoolerThatChangesTheSessionBetweenTransactionsIsFoundOut() {
		AtomicInteger calls = new AtomicInteger();
		SqlSession pooled = (SqlSession) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { SqlSession.class }, (proxy, method, arguments) -> {
					boolean query = method.getName().equals("query");
					SqlSession session = (query && calls.getAndIncrement() % 2 == 1) ? this.waiter : this.owner;
					try {
						return method.invoke(session, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> lock().tryAcquire(pooled))
			.withMessageContaining("migrator.url")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
	}

}
