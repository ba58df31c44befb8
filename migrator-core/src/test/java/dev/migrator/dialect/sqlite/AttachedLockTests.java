package dev.migrator.dialect.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.MigrationLock;
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
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the lock of SQLite promises.
 */
class AttachedLockTests {

	private static final TableName VERSION_TABLE = TableName.of("migrator_version");

	@TempDir
	Path folder;

	private DataSource dataSource;

	private Dialect dialect;

	private SqlSession owner;

	private SqlSession waiter;

	@BeforeEach
	void open() {
		this.dataSource = Databases.sqliteFile(file());
		this.owner = JdbcSession.open(this.dataSource);
		this.waiter = JdbcSession.open(this.dataSource);
		this.dialect = Dialects.of(this.owner.database());
	}

	@AfterEach
	void close() {
		this.waiter.close();
		this.owner.close();
	}

	private Path file() {
		return this.folder.resolve("heroes & teams.db");
	}

	private MigrationLock lock() {
		return this.dialect.lock(VERSION_TABLE);
	}

	@Test
	void onlyOneSessionHasTheLockUntilItReleasesIt() {
		MigrationLock lock = lock();
		assertThat(lock.holder(this.waiter)).isEmpty();
		assertThat(lock.tryAcquire(this.owner)).isTrue();
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		assertThat(lock().tryAcquire(this.owner)).isFalse();
		lock.release(this.owner);
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
		assertThat(lock.tryAcquire(this.owner)).isFalse();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> lock.release(this.owner));
		assertThat(lock.holder(this.owner)).isPresent();
		lock().release(this.waiter);
		assertThat(lock.holder(this.waiter)).isEmpty();
	}

	@Test
	void theHolderIsTold() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		assertThat(lock().holder(this.waiter)).hasValueSatisfying((holder) -> assertThat(holder)
			.matches("process %d, since \\d{4}-.*Z".formatted(ProcessHandle.current().pid())));
	}

	@Test
	void nothingButAnEmptyDatabaseStaysBehind() throws IOException {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		lock().release(this.owner);
		this.owner.execute(SqlStatement.of("create table hero (id integer)"));
		try (var files = Files.list(this.folder)) {
			assertThat(files.map((path) -> path.getFileName().toString()))
				.containsExactlyInAnyOrder("heroes & teams.db", "heroes & teams.db-migrator_version_lock");
		}
		assertThat(this.owner.query(SqlStatement.of("pragma database_list"))).hasSize(1);
		assertThat(this.owner.query(SqlStatement.of("pragma busy_timeout")).get(0).number("timeout")).isEqualTo(3000);
	}

	@Test
	void theLockIsHeldOutsideTransactionsAndInNobodysWay() {
		this.waiter.execute(SqlStatement.of("create table hero (id integer)"));
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		this.owner.begin();
		this.owner.execute(SqlStatement.of("insert into hero values (1)"));
		this.owner.commit();
		this.owner.begin();
		this.owner.execute(SqlStatement.of("drop table hero"));
		assertThat(this.waiter.query(SqlStatement.of("select * from hero"))).hasSize(1);
		this.owner.rollback();
		this.waiter.execute(SqlStatement.of("insert into hero values (2)"));
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		this.owner.execute(SqlStatement.of("vacuum"));
		this.waiter.begin();
		assertThatIllegalStateException().isThrownBy(() -> lock().tryAcquire(this.waiter));
		this.waiter.rollback();
		lock().release(this.owner);
	}

	@Test
	void anAttemptThatFailsDoesNotWait() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		long start = System.nanoTime();
		assertThat(lock().tryAcquire(this.waiter)).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void aClosedConnectionHasTheLockNoLonger() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		this.owner.close();
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
	}

	@Test
	void aKilledProcessHasTheLockNoLongerAndLeavesNothing() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), LockOwner.class.getName(), file().toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try (BufferedReader output = process.inputReader()) {
			assertThat(output.lines().filter((line) -> line.endsWith("taken")).findFirst()).hasValue("taken");
			assertThat(lock().tryAcquire(this.waiter)).isFalse();
			assertThat(lock().holder(this.waiter))
				.hasValueSatisfying((holder) -> assertThat(holder).startsWith("process %d, ".formatted(process.pid())));
		}
		finally {
			process.destroyForcibly();
			process.waitFor();
		}
		assertThat(lock().tryAcquire(this.waiter)).isTrue();
		assertThat(this.dialect.describeSchema("main", this.waiter)).isEmpty();
		this.waiter.begin();
		this.waiter.commit();
	}

	@Test
	void eachVersionTableHasALockOfItsOwn() {
		assertThat(lock().tryAcquire(this.owner)).isTrue();
		MigrationLock other = this.dialect.lock(TableName.of("odd/na\"me 'é*"));
		assertThat(other.tryAcquire(this.waiter)).isTrue();
		assertThat(this.dialect.lock(TableName.of("main.MIGRATOR_version")).tryAcquire(this.waiter)).isFalse();
		assertThat(other.holder(this.owner)).isPresent();
		other.release(this.waiter);
		assertThat(this.folder).isDirectoryContaining((path) -> path.getFileName().toString().contains("odd%2F"));
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
			for (int round = 0; round < 100; round++) {
				TableName versionTable = TableName.of("version_" + round);
				CountDownLatch start = new CountDownLatch(1);
				CountDownLatch finished = new CountDownLatch(count);
				List<Future<Boolean>> results = new ArrayList<>();
				for (SqlSession session : sessions) {
					Callable<Boolean> attempt = () -> {
						start.await();
						boolean mine = this.dialect.lock(versionTable).tryAcquire(session);
						finished.countDown();
						finished.await();
						if (mine) {
							this.dialect.lock(versionTable).release(session);
						}
						return mine;
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
	void aDatabaseInMemoryHasALockWithinTheProcess() {
		DataSource shared = Databases.sqliteInMemory();
		try (SqlSession one = JdbcSession.open(shared);
				SqlSession other = JdbcSession.open(shared);
				SqlSession stranger = JdbcSession.open(Databases.sqliteInMemory())) {
			assertThat(lock().tryAcquire(one)).isTrue();
			one.begin();
			one.execute(SqlStatement.of("create table hero (id integer)"));
			one.commit();
			assertThat(lock().tryAcquire(other)).isFalse();
			assertThat(lock().holder(other)).isEmpty();
			assertThat(lock().tryAcquire(stranger)).isTrue();
			lock().release(one);
			assertThat(lock().tryAcquire(other)).isTrue();
		}
		org.sqlite.SQLiteDataSource hidden = new org.sqlite.SQLiteDataSource();
		hidden.setUrl("jdbc:sqlite::memory:");
		try (SqlSession one = JdbcSession.open(hidden); SqlSession other = JdbcSession.open(hidden)) {
			assertThat(lock().tryAcquire(one)).isTrue();
			assertThat(lock().tryAcquire(other)).isTrue();
			lock().release(one);
		}
	}

	@Test
	void aFolderThatCannotBeWrittenIsTold() {
		org.sqlite.SQLiteConfig config = new org.sqlite.SQLiteConfig();
		config.setReadOnly(true);
		this.owner.execute(SqlStatement.of("create table hero (id integer)"));
		org.sqlite.SQLiteDataSource readOnly = new org.sqlite.SQLiteDataSource(config);
		readOnly.setUrl("jdbc:sqlite:" + file());
		try (SqlSession reader = JdbcSession.open(readOnly)) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> lock().tryAcquire(reader))
				.withMessageStartingWith("The migration lock cannot be taken in ")
				.withMessageEndingWith("as SQLite needs to do, too.");
		}
	}

}
