package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.dialect.RelationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationFailedException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedRevision;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A rehearsal really runs, tells what happened, and leaves nothing.
 */
class RehearsalTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	private DataSource database;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table hero (id integer primary key, name varchar(40));
				insert into hero values (1, 'Deadpond'), (2, 'Rusty-Man');
				""", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", """
				alter table hero add column age integer;
				update hero set age = 30;
				create index ix_hero_name on hero (name);
				""", "drop index ix_hero_name;\nalter table hero drop column age;");
		this.database = Databases.postgresql();
	}

	@Test
	void anEmptyDatabaseIsEmptyAfterwards() {
		RehearsalReport report = this.revisions.migrator(this.database).rehearse(Direction.UPGRADE, "head");
		assertThat(report.stopped()).isNull();
		assertThat(report.remaining()).isEmpty();
		assertThat(report.revisions()).extracting((revision) -> revision.step().revision().id())
			.containsExactly("aaa111", "bbb222");
		assertThat(report.revisions()).allMatch(RehearsedRevision::complete);
		assertThat(report.revisions().get(0).statements()).extracting(RehearsedStatement::rows).containsExactly(0L, 2L);
		assertThat(report.revisions().get(1).statements()).extracting(RehearsedStatement::sql)
			.containsExactly("alter table hero add column age integer", "update hero set age = 30",
					"create index ix_hero_name on hero (name)");
		assertThat(report.revisions().get(1).statements()).extracting(RehearsedStatement::rows)
			.containsExactly(0L, 2L, 0L);
		assertThat(report.revisions()
			.stream()
			.flatMap((revision) -> revision.statements().stream())
			.map(RehearsedStatement::duration)).allMatch((duration) -> duration.compareTo(Duration.ZERO) > 0);
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
		assertThat(advisoryLocks()).isZero();
	}

	@Test
	void theLocksOfEachStatementAreToldTheStrongestFirst() {
		Migrator migrator = this.revisions.migrator(this.database);
		migrator.upgrade("aaa111");
		List<String> before = DatabaseContent.of(this.database, "public");
		List<RehearsedStatement> statements = migrator.rehearse(Direction.UPGRADE, "head")
			.revisions()
			.get(0)
			.statements();
		assertThat(statements.get(0).locks()).containsExactly(new RelationLock("hero", "AccessExclusiveLock", false));
		assertThat(statements.get(1).locks()).contains(new RelationLock("hero", "RowExclusiveLock", false));
		assertThat(statements.get(2).locks())
			.extracting(RelationLock::relation, RelationLock::mode, RelationLock::created)
			.startsWith(tuple("ix_hero_name", "AccessExclusiveLock", true), tuple("hero", "ShareLock", false));
		assertThat(DatabaseContent.of(this.database, "public")).isEqualTo(before);
	}

	@Test
	void aTableThatIsDroppedIsStillNamed() {
		Migrator migrator = this.revisions.migrator(this.database);
		migrator.upgrade();
		RehearsalReport report = migrator.rehearse(Direction.DOWNGRADE, "base");
		assertThat(report.revisions()).extracting((revision) -> revision.step().direction())
			.containsExactly(Direction.DOWNGRADE, Direction.DOWNGRADE);
		RehearsedStatement drop = report.revisions().get(1).statements().get(0);
		assertThat(drop.sql()).isEqualTo("drop table hero");
		assertThat(report.revisions().get(0).statements().get(0).locks()).contains(
				new RelationLock("hero", "AccessExclusiveLock", false),
				new RelationLock("ix_hero_name", "AccessExclusiveLock", false));
		assertThat(drop.locks()).contains(new RelationLock("hero_pkey", "AccessExclusiveLock", false));
		assertThat(migrator.status().current()).containsExactly("bbb222");
	}

	@Test
	void valuesStandInTheStatementsAndSeveralRowsAreOne() {
		RehearsalReport report = this.revisions.builder(this.database)
			.migrations(List.of(Java.class))
			.build()
			.rehearse(Direction.UPGRADE, "java");
		assertThat(report.revisions().get(2).statements()).extracting(RehearsedStatement::sql, RehearsedStatement::rows)
			.containsExactly(tuple("insert into hero (id, name) values (3, 'it''s')", 1L),
					tuple("select count(*) from hero where id > 1", 1L),
					tuple("update hero set name = array_to_string(array[1, 2], ',') where id = 3", 1L));
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
	}

	@Test
	void whereNothingIsPendingNothingHappens() {
		this.revisions.migrator(this.database).upgrade();
		Observed observed = new Observed(this.database);
		RehearsalReport report = this.revisions.migrator(observed.dataSource()).rehearse(Direction.UPGRADE, "head");
		assertThat(report.revisions()).isEmpty();
		assertThat(observed.statements()).hasSizeLessThanOrEqualTo(3).noneMatch((sql) -> sql.contains("lock"));
	}

	@Test
	void itStopsBeforeARevisionThatRunsInNoTransaction() {
		this.revisions.write("ccc333", "-- transactional: false\n", "bbb222", "select 1;", "");
		this.revisions.write("ddd444", "ccc333", "select 2;", "");
		RehearsalReport report = this.revisions.migrator(this.database).rehearse(Direction.UPGRADE, "head");
		assertThat(report.revisions()).extracting((revision) -> revision.step().revision().id())
			.containsExactly("aaa111", "bbb222");
		assertThat(report.stopped()).contains("ccc333 (Test ccc333)", "runs in no transaction");
		assertThat(report.remaining()).extracting(RevisionInfo::id).containsExactly("ccc333", "ddd444");
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
	}

	@Test
	void itStopsInARevisionThatLeavesItsTransactionWhateverThatRevisionDoesAboutIt() {
		this.revisions.write("ccc333", "bbb222",
				"insert into hero values (3, 'Spider-Boy');\ncreate index concurrently ix_hero_age on hero (age);\nselect 3;",
				"");
		RehearsalReport report = this.revisions.builder(this.database)
			.migrations(List.of(Committing.class, Swallowing.class))
			.build()
			.rehearse(Direction.UPGRADE, "ccc333");
		assertThat(report.stopped()).contains("ccc333 (Test ccc333)", "leaves its transaction");
		assertThat(report.revisions()).extracting(RehearsedRevision::complete).containsExactly(true, true, false);
		assertThat(report.revisions().get(2).statements()).extracting(RehearsedStatement::sql)
			.containsExactly("insert into hero values (3, 'Spider-Boy')");
		assertThat(report.remaining()).extracting(RevisionInfo::id).containsExactly("ccc333");
		for (String revision : List.of("eee555", "fff666")) {
			RehearsalReport other = this.revisions.builder(this.database)
				.migrations(List.of(Committing.class, Swallowing.class))
				.build()
				.rehearse(Direction.UPGRADE, revision);
			assertThat(other.stopped()).contains(revision, "leaves its transaction");
			assertThat(other.revisions()).extracting(RehearsedRevision::complete).containsExactly(true, false);
		}
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
	}

	@Test
	void aFailureIsReportedAsInARunAndAllIsUndone() {
		this.revisions.write("ccc333", "bbb222", "select 1;\n\nselect 1/0;", "");
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(() -> this.revisions.migrator(this.database).rehearse(Direction.UPGRADE, "head"))
			.withMessageContaining("All that was rehearsed is undone.")
			.satisfies((ex) -> assertThat(ex.location()).endsWith("ccc333_test.sql:8"))
			.satisfies((ex) -> assertThat(ex.statement()).isEqualTo("select 1/0"));
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
		assertThat(advisoryLocks()).isZero();
	}

	@Test
	void whatOnlyACommitWouldFindIsFoundInItsRevision() {
		this.revisions.write("ccc333", "bbb222", """
				create table post (id integer, hero integer references hero (id) deferrable initially deferred);
				insert into post values (1, 1);
				""", "");
		this.revisions.write("ddd444", "ccc333",
				"insert into post values (2, 20);\ninsert into hero values (20, 'Late');", "");
		this.revisions.write("eee555", "ddd444", "alter table post add column title varchar(10);", "");
		this.revisions.write("fff666", "eee555", "insert into post values (3, 99);", "");
		Migrator migrator = this.revisions.migrator(this.database);
		assertThat(migrator.rehearse(Direction.UPGRADE, "eee555").revisions()).hasSize(5);
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(() -> migrator.rehearse(Direction.UPGRADE, "fff666"))
			.withMessageContaining("fff666")
			.withMessageContaining("post_hero_fkey");
	}

	@Test
	void whatNeedsACommitInBetweenStopsIt() {
		this.revisions.write("ccc333", "bbb222", "create type mood as enum ('sad');", "");
		Migrator migrator = this.revisions.migrator(this.database);
		migrator.upgrade("ccc333");
		this.revisions.write("ddd444", "ccc333", "alter type mood add value 'happy';", "");
		this.revisions.write("eee555", "ddd444", "alter table hero add column mood mood default 'happy';", "");
		RehearsalReport report = this.revisions.migrator(this.database).rehearse(Direction.UPGRADE, "head");
		assertThat(report.stopped()).contains("eee555", "committed", "happy");
		assertThat(report.revisions()).extracting(RehearsedRevision::complete).containsExactly(true, false);
		assertThat(this.revisions.migrator(this.database).upgrade().current()).containsExactly("eee555");
	}

	@Test
	void itTakesTheMigrationLockAndGivesItBack() throws SQLException {
		Migrator impatient = this.revisions.builder(this.database).lockTimeout(Duration.ZERO).build();
		this.revisions.builder(this.database).listener(new MigrationListener() {

			@Override
			public void beforeRevision(Step step, int number, int count) {
				assertThatExceptionOfType(MigratorException.class)
					.isThrownBy(() -> impatient.rehearse(Direction.UPGRADE, "head"))
					.extracting(MigratorException::category)
					.isEqualTo(ErrorCategory.LOCK_NOT_OBTAINED);
			}

		}).build().upgrade("aaa111");
		List<Integer> held = new ArrayList<>();
		Observed observed = new Observed(this.database);
		observed.before((sql) -> {
			if (sql.startsWith("alter table hero add")) {
				held.add(advisoryLocks());
			}
		});
		this.revisions.migrator(observed.dataSource()).rehearse(Direction.UPGRADE, "head");
		assertThat(held).containsExactly(1);
		assertThat(advisoryLocks()).isZero();
		assertThat(observed.mostOpen()).isEqualTo(1);
	}

	@Test
	void statementsWaitForLocksNoLongerThanInARun() throws SQLException {
		Migrator migrator = this.revisions.builder(this.database)
			.timeouts(new StatementTimeouts(Duration.ofMillis(50), null, 3))
			.build();
		migrator.upgrade("aaa111");
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("lock table hero in access share mode");
			assertThatExceptionOfType(MigrationFailedException.class)
				.isThrownBy(() -> migrator.rehearse(Direction.UPGRADE, "head"))
				.withMessageContaining("lock timeout");
		}
		assertThat(migrator.status().current()).containsExactly("aaa111");
	}

	@Test
	void aPooledConnectionIsAsItWasBefore() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database);
			pool.setMaximumPoolSize(1);
			Migrator migrator = this.revisions.builder(pool)
				.schema("league")
				.timeouts(new StatementTimeouts(Duration.ofMillis(500), Duration.ofSeconds(50), 3))
				.build();
			String settings = settings(pool);
			assertThat(migrator.rehearse(Direction.UPGRADE, "head").revisions()).hasSize(2);
			assertThat(settings(pool)).isEqualTo(settings);
			this.revisions.write("ccc333", "bbb222", "select 1/0;", "");
			assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(
					() -> this.revisions.builder(pool).schema("league").build().rehearse(Direction.UPGRADE, "head"));
			assertThat(settings(pool)).isEqualTo(settings);
			assertThat(JdbcClient.create(pool)
				.sql("select count(*) from pg_namespace where nspname = 'league'")
				.query(Integer.class)
				.single()).isZero();
		}
	}

	private static String settings(DataSource pool) {
		return JdbcClient.create(pool).sql("""
				select concat_ws('|', current_setting('search_path'), current_setting('lock_timeout'),
				current_setting('statement_timeout'), pg_backend_pid())""").query(String.class).single();
	}

	@Test
	void aConnectionThatBreaksLeavesNothingAndSaysWhichRevisionRan() {
		this.revisions.write("ccc333", "bbb222", "select pg_terminate_backend(pg_backend_pid());", "");
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(() -> this.revisions.migrator(this.database).rehearse(Direction.UPGRADE, "head"))
			.satisfies((ex) -> assertThat(ex.revision()).isEqualTo("ccc333"))
			.withMessageContaining("terminat");
		assertThat(DatabaseContent.of(this.database, "public")).isEmpty();
		assertThat(this.revisions.migrator(this.database).upgrade("bbb222").current()).containsExactly("bbb222");
	}

	@Test
	void aDatabaseThatCommitsDdlIsRefusedBeforeAnythingRuns() {
		Observed observed = new Observed(Databases.h2());
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.migrator(observed.dataSource()).rehearse(Direction.UPGRADE, "head"))
			.withMessageContaining("h2")
			.withMessageContaining("--plan")
			.withMessageContaining("--sql")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
		assertThat(observed.statements()).isEmpty();
	}

	@Test
	void listenersOfRunsAreNotToldOfRehearsals() {
		List<String> told = new ArrayList<>();
		Migrator migrator = this.revisions.builder(this.database).listener(new MigrationListener() {

			@Override
			public void beforeRevision(Step step, int number, int count) {
				told.add(step.revision().id());
			}

		}).build();
		migrator.rehearse(Direction.UPGRADE, "head");
		assertThat(told).isEmpty();
	}

	private int advisoryLocks() {
		return JdbcClient.create(this.database)
			.sql("""
					select count(*) from pg_locks where locktype = 'advisory'
					and database = (select oid from pg_database where datname = current_database())""")
			.query(Integer.class)
			.single();
	}

	@Revision(id = "java", downRevision = "bbb222")
	static class Java implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.insert(table("hero")).set("id", 3).set("name", "it's");
			op.query("select count(*) from hero where id > ?", 1);
			op.execute("update hero set name = array_to_string(?, ',') where id = ?", new Integer[] { 1, 2 }, 3);
		}

	}

	@Revision(id = "eee555", downRevision = "aaa111")
	static class Committing implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("insert into hero values (5, 'Committed'); commit");
		}

	}

	@Revision(id = "fff666", downRevision = "aaa111")
	static class Swallowing implements Migration {

		@Override
		public void upgrade(Operations op) {
			try {
				op.autocommit(() -> op.execute("insert into hero values (6, 'Alone')"));
			}
			catch (RuntimeException ex) {
				op.execute("insert into hero values (6, 'Together')");
			}
		}

	}

}
