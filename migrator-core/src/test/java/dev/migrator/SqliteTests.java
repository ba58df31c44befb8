package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.HistoryState;
import dev.migrator.execution.MigrationFailedException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is particular to SQLite: foreign keys that are suspended, one writer at a time,
 * and tables that are copied.
 */
class SqliteTests {

	@TempDir
	Path folder;

	private final DataSource database = Databases.sqlite();

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table team (id integer primary key, name text);
				create table hero (id integer primary key, team_id integer references team (id) on delete cascade);
				insert into team values (1, 'Preventers'), (2, 'Z-Force');
				insert into hero values (1, 1), (2, 2);
				""", "drop table hero;\ndrop table team;");
	}

	private MigratorBuilder builder(Class<?>... migrations) {
		MigratorBuilder builder = this.revisions.builder(this.database);
		List<Class<? extends Migration>> classes = new ArrayList<>();
		for (Class<?> migration : migrations) {
			classes.add(migration.asSubclass(Migration.class));
		}
		return builder.migrations(classes);
	}

	private int count(String sql) {
		return JdbcClient.create(this.database).sql(sql).query(Integer.class).single();
	}

	@Test
	void foreignKeysActInARevisionThatCopiesNoTable() {
		this.revisions.write("bbb222", "aaa111", "delete from team where id = 1;", "");
		builder().build().upgrade();
		assertThat(count("select count(*) from hero")).isEqualTo(1);
	}

	@Test
	void aRevisionThatCopiesATableOthersNameRunsAnewWithoutThem() {
		AtomicBoolean told = new AtomicBoolean();
		Migrator migrator = builder(Copying.class).listener(new MigrationListener() {

			@Override
			public void afterRevision(Step step, Duration duration) {
				told.set(true);
			}

			@Override
			public void revisionFailed(Step step, RuntimeException failure) {
				throw new AssertionError(failure);
			}

		}).build();
		assertThat(migrator.upgrade("copying").current()).containsExactly("copying");
		assertThat(told).isTrue();
		assertThat(count("select count(*) from hero")).isEqualTo(2);
		assertThat(count("select count(*) from team where name = 'Preventers!'")).isEqualTo(1);
		assertThat(migrator.status().history()).extracting(HistoryEntry::revision, HistoryEntry::state)
			.containsExactly(tuple("aaa111", HistoryState.DONE), tuple("copying", HistoryState.DONE));
		assertThat(migrator.downgrade("-1").current()).containsExactly("aaa111");
		assertThat(migrator.upgrade("copying").current()).containsExactly("copying");
	}

	@Test
	void aPooledConnectionIsAsItWasBefore() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database);
			pool.setMaximumPoolSize(1);
			MigratorBuilder builder = builder(Copying.class, Orphaning.class).dataSource(pool)
				.timeouts(new StatementTimeouts(Duration.ofMillis(500), Duration.ofSeconds(50), 3));
			JdbcClient client = JdbcClient.create(pool);
			client.sql("pragma busy_timeout = 1234").query().listOfRows();
			builder.build().rehearse(Direction.UPGRADE, "copying");
			builder.build().upgrade("copying");
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> builder.build().upgrade("orphaning"));
			assertThat(client.sql("pragma busy_timeout").query(Integer.class).single()).isEqualTo(1234);
			assertThat(client.sql("pragma foreign_keys").query(Integer.class).single()).isEqualTo(1);
			assertThat(client.sql("pragma legacy_alter_table").query(Integer.class).single()).isZero();
			assertThat(client.sql("pragma database_list").query().listOfRows().toString()).doesNotContain("lock");
		}
	}

	@Test
	void readersGoOnMeanwhileWhereTheDatabaseKeepsALogOfWrites() throws SQLException {
		JdbcClient.create(this.database).sql("pragma journal_mode = wal").query().listOfRows();
		builder().build().upgrade("aaa111");
		List<Integer> seen = new ArrayList<>();
		Observed observed = new Observed(this.database);
		observed.after((sql) -> {
			if (sql.startsWith("drop table")) {
				seen.add(count("select count(*) from team where name = 'Preventers'"));
			}
		});
		builder(Copying.class).dataSource(observed.dataSource()).build().upgrade("copying");
		assertThat(seen).isNotEmpty().containsOnly(1);
		assertThat(count("select count(*) from team where name = 'Preventers!'")).isEqualTo(1);
	}

	@Test
	void rowsThatAreLeftWithoutTheirRowFailTheRevisionThatCopiesATable() {
		Migrator migrator = builder(Copying.class, Orphaning.class).build();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.upgrade("orphaning"))
			.withMessageMatching(
					"The upgrade of revision orphaning at .*SqliteTests\\$Orphaning: it copies a table, for "
							+ "which SQLite does not enforce foreign keys meanwhile, and leaves 1 rows of 'hero' that name no row "
							+ "of 'team'\\. .*")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.MIGRATION_FAILED);
		assertThat(migrator.status().current()).containsExactly("copying");
		assertThat(count("select count(*) from team")).isEqualTo(2);
	}

	@Test
	void aFailureLeavesTheDatabaseAsItWas() {
		this.revisions.write("bbb222", "aaa111",
				"create table log (id integer);\nalter table hero add column age integer;\ninsert into nowhere values (1);",
				"");
		builder().build().upgrade("aaa111");
		List<String> before = DatabaseContent.of(this.database, "main");
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> builder().build().upgrade())
			.withMessageContaining("The database is as it was before this revision.");
		assertThat(DatabaseContent.of(this.database, "main")).isEqualTo(before);
	}

	@Test
	void whereARevisionCannotRunAnewItIsRefusedInOneSentence() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> builder(Copying.class).transactionPerMigration(false).build().upgrade("copying"))
			.withMessageContaining("SQLite changes the table 'team' by copying it")
			.withMessageContaining("Let each revision have a transaction of its own");
		assertThat(count("select count(*) from sqlite_schema where type = 'table'")).isZero();
		Migrator migrator = builder(Late.class, Copying.class).build();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.upgrade("late"))
			.withMessageContaining("before op.autocommit(…) or in it");
		assertThat(count("select count(*) from log")).isEqualTo(1);
	}

	@Test
	void outsideOfTransactionsATableIsCopiedInOneOfItsOwn() {
		Migrator migrator = builder(Alone.class).build();
		assertThat(migrator.upgrade("alone").current()).containsExactly("alone");
		assertThat(count("select count(*) from hero where team_id is not null")).isEqualTo(2);
		assertThat(migrator.status().history().get(1).progress().done()).isEqualTo(4);
	}

	@Test
	void aCopyThatARevisionInSqlMakesItselfDeletesNoRowsOfOtherTables() {
		String steps = """
				PRAGMA foreign_keys = OFF;
				create table team_new (id integer primary key, name text not null);
				insert into team_new select * from team;
				drop table team;
				alter table team_new rename to team;
				PRAGMA foreign_keys = ON;
				""";
		this.revisions.write("bbb222", "aaa111", steps, "");
		this.revisions.write("ccc333", "-- transactional: false\n", "bbb222", steps, "");
		assertThat(builder().build().upgrade().current()).containsExactly("ccc333");
		assertThat(count("select count(*) from hero")).isEqualTo(2);
		this.revisions.write("ddd444", "ccc333", steps.replace("from team;", "from team where id = 1;"), "");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> builder().build().upgrade())
			.withMessageContaining("leaves 1 rows of 'hero' that name no row of 'team'");
		assertThat(count("select count(*) from hero")).isEqualTo(2);
	}

	@Test
	void whatIsSetInASessionIsSetAgainWhereARevisionGoesOn() {
		builder().build().upgrade();
		String begin = "pragma foreign_keys = off;\ncreate table team_new (id integer primary key, name text);\n";
		this.revisions.write("bbb222", "-- transactional: false\n", "aaa111", begin + "insert into nowhere values (1);",
				"");
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> builder().build().upgrade());
		this.revisions.write("bbb222", "-- transactional: false\n", "aaa111", begin + """
				insert into team_new select * from team;
				drop table team;
				alter table team_new rename to team;
				pragma foreign_keys = on;
				""", "");
		assertThat(builder().build().upgrade().current()).containsExactly("bbb222");
		assertThat(count("select count(*) from hero")).isEqualTo(2);
	}

	@Test
	void anIndexThatLetsWritersGoOnElsewhereIsPartOfTheTransaction() {
		Migrator migrator = builder(Concurrently.class).build();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.upgrade("concurrently"))
			.withMessageContaining("The database is as it was before this revision.");
		assertThat(count("select count(*) from sqlite_schema where name = 'ix'")).isZero();
	}

	@Test
	void aMigrationThatCatchesWhatIsThrownRunsAnewAllTheSame() {
		builder(Swallowing.class).build().upgrade("swallowing");
		assertThat(count("select count(*) from pragma_table_info('team') where name = 'name' and \"notnull\" = 1"))
			.isEqualTo(1);
	}

	@Test
	void aRehearsalCopiesTablesAndLeavesNothing() {
		Migrator migrator = builder(Copying.class).build();
		migrator.upgrade("aaa111");
		List<String> before = DatabaseContent.of(this.database, "main");
		RehearsalReport report = migrator.rehearse(Direction.UPGRADE, "copying");
		assertThat(report.stopped()).isNull();
		assertThat(report.revisions().get(0).statements()).extracting(RehearsedStatement::sql)
			.anyMatch((sql) -> sql.startsWith("create table \"_migrator_new_team\" ("))
			.contains("drop table \"team\"", "update team set name = name || '!'");
		assertThat(report.revisions().get(0).statements()).allMatch((statement) -> statement.locks().isEmpty());
		assertThat(DatabaseContent.of(this.database, "main")).isEqualTo(before);
		this.revisions.write("bbb222", "aaa111", "delete from team where id = 1;", "");
		assertThat(builder().build().rehearse(Direction.UPGRADE, "head").revisions()).hasSize(1);
		assertThat(DatabaseContent.of(this.database, "main")).isEqualTo(before);
	}

	@Test
	void whatOnlyACommitWouldFindIsFoundInARehearsal() {
		this.revisions.write("bbb222", "aaa111", """
				create table post (id integer, hero integer references hero (id) deferrable initially deferred);
				insert into post values (1, 9);
				insert into hero values (9, 1);
				""", "");
		this.revisions.write("ccc333", "bbb222", "insert into post values (2, 99);", "");
		Migrator migrator = builder().build();
		assertThat(migrator.rehearse(Direction.UPGRADE, "bbb222").revisions()).hasSize(2);
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(() -> migrator.rehearse(Direction.UPGRADE, "ccc333"))
			.withMessageContaining("ccc333")
			.withMessageContaining("a row of post names no row of hero");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.upgrade("ccc333"))
			.withMessageContaining("FOREIGN KEY constraint failed");
		assertThat(migrator.status().current()).containsExactly("bbb222");
	}

	@Test
	void whatIsCopiedCannotBeWrittenIntoAScript() {
		StringBuilder script = new StringBuilder();
		OfflineMigrator offline = builder(Copying.class).buildOffline(Dialects.named("sqlite"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> offline.upgrade("copying", script))
			.withMessageContaining(
					"SQLite does this by copying the table 'team', whose definition only the database knows.")
			.withMessageContaining("Run this revision online")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
		assertThat(script).isEmpty();
		RevisionDetails details = builder(Copying.class).build().show("copying");
		assertThat(details.upgrade()).containsExactly("update team set name = name || '!'");
		assertThat(details.note()).contains("by copying the table 'team'");
	}

	@RepeatedTest(10)
	void manyProcessesAtOnceApplyEachRevisionOnce() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.revisions.write("bbb%d".formatted(i), (i == 0) ? "aaa111" : "bbb%d".formatted(i - 1),
					"insert into hero values (%d, 1);".formatted(10 + i), "");
		}
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			Callable<Integer> upgrade = () -> builder().build().upgrade().steps().size();
			int applied = 0;
			for (Future<Integer> result : threads.invokeAll(java.util.Collections.nCopies(6, upgrade))) {
				applied += result.get(60, TimeUnit.SECONDS);
			}
			assertThat(applied).isEqualTo(6);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(count("select count(*) from migrator_history")).isEqualTo(6);
	}

	@Test
	void aWriterThatTakesItsTimeIsWaitedFor() throws SQLException {
		Migrator migrator = builder().timeouts(new StatementTimeouts(Duration.ofMillis(20), null, 3)).build();
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table other (id integer)");
			statement.execute("begin immediate");
			Observed observed = new Observed(this.database);
			AtomicBoolean waited = new AtomicBoolean();
			observed.before((sql) -> {
				if (sql.equals("begin immediate") && waited.getAndSet(true)) {
					end(statement);
				}
			});
			builder().dataSource(observed.dataSource())
				.timeouts(new StatementTimeouts(Duration.ofMillis(20), null, 3))
				.build()
				.upgrade();
			statement.execute("begin immediate");
			this.revisions.write("bbb222", "aaa111", "select 1;", "");
			assertThatExceptionOfType(MigratorException.class).isThrownBy(
					() -> builder().timeouts(new StatementTimeouts(Duration.ofMillis(20), null, 0)).build().upgrade())
				.withMessageContaining("database is locked");
		}
		assertThat(migrator.status().current()).containsExactly("aaa111");
	}

	private static void end(Statement statement) {
		try {
			statement.execute("rollback");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Revision(id = "copying", downRevision = "aaa111")
	static class Copying implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("update team set name = name || '!'");
			op.alterColumn("team", "name", (c) -> c.type(Types.varchar(80)).notNull());
			op.createUniqueConstraint("uq_team_name", "team", "name");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropConstraint("uq_team_name", "team", ConstraintType.UNIQUE);
			op.alterColumn("team", "name", (c) -> c.type(Types.text()).nullable());
			op.execute("update team set name = replace(name, '!', '')");
		}

	}

	@Revision(id = "swallowing", downRevision = "aaa111")
	static class Swallowing implements Migration {

		@Override
		public void upgrade(Operations op) {
			try {
				op.alterColumn("team", "name", (c) -> c.notNull());
			}
			catch (RuntimeException ex) {
				op.execute("update team set name = 'swallowed'");
			}
		}

	}

	@Revision(id = "concurrently", downRevision = "aaa111")
	static class Concurrently implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createIndex("ix", "team", (index) -> index.columns("name").concurrently());
			op.execute("insert into nowhere values (1)");
		}

	}

	@Revision(id = "orphaning", downRevision = "copying")
	static class Orphaning implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.delete(table("team")).where(dev.migrator.operation.Sql.column("id").eq(1));
			op.alterColumn("team", "name", (c) -> c.nullable());
		}

	}

	@Revision(id = "late", downRevision = "copying")
	static class Late implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("log", (t) -> t.column("id", Types.integer()));
			op.autocommit(() -> op.execute("insert into log values (1)"));
			op.alterColumn("team", "name", (c) -> c.nullable());
		}

	}

	@Revision(id = "alone", downRevision = "aaa111", transactional = false)
	static class Alone implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.alterColumn("team", "name", (c) -> c.notNull());
			op.addColumn("team", "city", Types.text());
			op.dropColumn("team", "city");
			op.execute("vacuum");
		}

	}

}
