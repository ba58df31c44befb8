package dev.migrator.dialect.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowLockTests {

	private static MigrationLock lock(SqlSession session) {
		return new H2Dialect(session.database()).lock(TableName.of("migrator_version"));
	}

	private static DataSource as(String user, DataSource dataSource) {
		JdbcDataSource other = new JdbcDataSource();
		other.setURL(((JdbcDataSource) dataSource).getURL().replaceFirst(";.*", ""));
		other.setUser(user);
		other.setPassword("pw");
		return other;
	}

	private static SqlSession openWithUser(DataSource dataSource) {
		SqlSession admin = JdbcSession.open(dataSource);
		admin.execute(SqlStatement.of("create user bob password 'pw'"));
		admin.execute(SqlStatement.of("grant alter any schema to bob"));
		return admin;
	}

	private static void crash(SqlSession session) {
		session.execute(SqlStatement.of("checkpoint sync"));
		assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> {
			session.execute(SqlStatement.of("shutdown immediately"));
			session.query(SqlStatement.of("select 1"));
		});
	}

	@Test
	void theLockOfAProcessThatDiedIsFreeWhenTheDatabaseIsOpenedAgain(@TempDir Path directory) {
		DataSource dataSource = Databases.h2File(directory.resolve("db"));
		SqlSession dead = JdbcSession.open(dataSource);
		assertThat(lock(dead).tryAcquire(dead)).isTrue();
		crash(dead);
		try (SqlSession next = JdbcSession.open(dataSource)) {
			assertThat(lock(next).holder(next)).isPresent();
			assertThat(lock(next).tryAcquire(next)).isTrue();
		}
	}

	@Test
	void aUserThatSeesOnlyItsOwnSessionFindsTheDeadOneOutByItsId(@TempDir Path directory) {
		DataSource dataSource = Databases.h2File(directory.resolve("db"));
		SqlSession dead = openWithUser(dataSource);
		assertThat(lock(dead).tryAcquire(dead)).isTrue();
		crash(dead);
		try (SqlSession next = JdbcSession.open(as("bob", dataSource))) {
			assertThat(lock(next).tryAcquire(next)).isTrue();
		}
	}

	@Test
	void aUserThatSeesOnlyItsOwnSessionLeavesTheLockToItsOwner() {
		DataSource dataSource = Databases.h2();
		try (SqlSession owner = openWithUser(dataSource); SqlSession waiter = JdbcSession.open(as("bob", dataSource))) {
			MigrationLock lock = lock(owner);
			assertThat(lock.tryAcquire(owner)).isTrue();
			assertThat(lock(waiter).tryAcquire(waiter)).isFalse();
			assertThat(lock(waiter).holder(waiter))
				.hasValueSatisfying((holder) -> assertThat(holder).contains("of user SA"));
			lock.release(owner);
			MigrationLock waitersLock = lock(waiter);
			assertThat(waitersLock.tryAcquire(waiter)).isTrue();
			assertThat(lock(owner).tryAcquire(owner)).isFalse();
			waitersLock.release(waiter);
		}
	}

	@Test
	void aUserThatSeesOnlyItsOwnSessionTakesALockThatIsAnHourOld() {
		DataSource dataSource = Databases.h2();
		try (SqlSession owner = openWithUser(dataSource); SqlSession waiter = JdbcSession.open(as("bob", dataSource))) {
			assertThat(lock(owner).tryAcquire(owner)).isTrue();
			age(owner, 59);
			assertThat(lock(waiter).tryAcquire(waiter)).isFalse();
			age(owner, 2);
			assertThat(lock(waiter).tryAcquire(waiter)).isTrue();
		}
	}

	private static void age(SqlSession session, int minutes) {
		session.execute(SqlStatement
			.of("update migrator_version_lock set taken_at = taken_at - interval '%d' minute".formatted(minutes)));
	}

	@Test
	void aLockOfALivingSessionNeverGrowsOldForAnAdministrator() {
		DataSource dataSource = Databases.h2();
		try (SqlSession owner = JdbcSession.open(dataSource); SqlSession waiter = JdbcSession.open(dataSource)) {
			assertThat(lock(owner).tryAcquire(owner)).isTrue();
			age(owner, 3000);
			assertThat(lock(waiter).tryAcquire(waiter)).isFalse();
		}
	}

	@Test
	void clientsOfAServerShareTheLock(@TempDir Path directory) throws SQLException {
		Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
			.start();
		try {
			JdbcDataSource remote = new JdbcDataSource();
			remote.setURL("jdbc:h2:tcp://localhost:%d/./db".formatted(server.getPort()));
			remote.setUser("sa");
			SqlSession owner = JdbcSession.open(remote);
			try (SqlSession waiter = JdbcSession.open(remote)) {
				assertThat(lock(owner).tryAcquire(owner)).isTrue();
				assertThat(lock(waiter).tryAcquire(waiter)).isFalse();
				assertThat(lock(waiter).holder(waiter))
					.hasValueSatisfying((holder) -> assertThat(holder).contains(" from "));
				owner.close();
				assertThat(lock(waiter).tryAcquire(waiter)).isTrue();
			}
		}
		finally {
			server.stop();
		}
	}

	@Test
	void theLockWorksHoweverTheDatabaseFoldsNames() {
		for (String settings : List.of("DATABASE_TO_UPPER=false", "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
				"CASE_INSENSITIVE_IDENTIFIERS=TRUE", "MODE=MySQL", "MODE=Oracle", "MODE=MSSQLServer")) {
			JdbcDataSource dataSource = (JdbcDataSource) Databases.h2();
			dataSource.setURL(dataSource.getURL() + ";" + settings);
			try (SqlSession owner = JdbcSession.open(dataSource); SqlSession waiter = JdbcSession.open(dataSource)) {
				MigrationLock lock = lock(owner);
				assertThat(lock.tryAcquire(owner)).as(settings).isTrue();
				assertThat(lock(waiter).tryAcquire(waiter)).as(settings).isFalse();
				lock.release(owner);
				H2Dialect dialect = new H2Dialect(owner.database());
				assertThat(dialect.tableExists(TableName.of("migrator_version_lock"), waiter)).as(settings).isTrue();
				owner.execute(SqlStatement.of("create table \"miXed\" (id integer)"));
				assertThat(dialect.tableExists(TableName.of("miXed"), waiter)).as(settings).isTrue();
				assertThat(dialect.tableExists(TableName.of("mixed"), waiter)).as(settings)
					.isEqualTo(settings.startsWith("CASE_INSENSITIVE"));
			}
		}
	}

}
