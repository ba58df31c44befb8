package dev.migrator.boot.diagnostics;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.boot.test.TestDatabase;
import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigratorFailureAnalyzer}.
 */
class MigratorFailureAnalyzerTests {

	@TempDir
	Path folder;

	private final DataSource database = Databases.h2();

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (name varchar(100));", "drop table hero;");
	}

	private ApplicationContextRunner application() {
		return application(this.database);
	}

	private ApplicationContextRunner application(DataSource dataSource) {
		return Applications.on(dataSource).withPropertyValues("migrator.locations=file:" + this.folder);
	}

	private void start() {
		application().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whereThereIsNoRevisionItSaysHowToWriteTheFirst() {
		Applications.on(this.database).withPropertyValues("migrator.locations=classpath:nowhere").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).isEqualTo("There is no revision under classpath:nowhere.");
			assertThat(report.getAction()).contains("Write the first one", "'src/main/resources/db/migrations'",
					"'db.migrations'", "'migrator.on-startup=none'");
		});
	}

	@Test
	void whereRevisionsGotLostItSaysWhereTheDatabaseIs() {
		start();
		Applications.on(this.database).withPropertyValues("migrator.locations=classpath:nowhere").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription())
				.isEqualTo("There is no revision under classpath:nowhere, although the database is at aaa111.");
			assertThat(report.getAction()).contains("were packed into the application").doesNotContain("first one");
		});
	}

	@Test
	void severalHeadsAreNamedWithTheCommandThatJoinsThem() {
		this.revisions.write("bbb222", "aaa111", "select 1;", "");
		this.revisions.write("ccc333", "aaa111", "select 1;", "");
		application().run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("bbb222", "ccc333");
			assertThat(report.getAction()).contains("migrator merge heads -m", "migrator.target=heads");
		});
		application().withPropertyValues("migrator.target=heads").run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anUnknownRevisionIsNamedWithTheWaysOut() {
		start();
		JdbcClient.create(this.database).sql("update migrator_version set version_num = 'fff999'").update();
		application().run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("The database is at revision fff999");
			assertThat(report.getAction()).contains("Bring the file back", "migrator stamp --purge",
					"'spring.datasource.url'", "'migrator.url'");
		});
	}

	@ParameterizedTest
	@EnumSource
	void aFailedMigrationIsToldWithItsPlaceItsStatementAndTheMessageOfTheDatabase(TestDatabase kind) {
		Path file = this.revisions.write("bbb222", "aaa111",
				"insert into hero values ('Deadpond');\ninsert into nowhere values (1);", "");
		application(kind.create()).run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription())
				.contains("bbb222 (Test bbb222)", file + ":7 failed: ", "Statement: insert into nowhere values (1)")
				.containsPattern("(?i)nowhere\"? (does not exist|not found)");
			assertThat(report.getAction()).contains("Mend the statement and start again.", "migrator show bbb222");
		});
	}

	@ParameterizedTest
	@EnumSource
	void aLockThatWasNotObtainedIsToldWithItsHolder(TestDatabase kind) {
		DataSource dataSource = kind.create();
		try (JdbcSession other = JdbcSession.open(dataSource)) {
			MigrationLock lock = Dialects.of(other.database()).lock(TableName.of("migrator_version"));
			assertThat(lock.tryAcquire(other)).isTrue();
			application(dataSource).withPropertyValues("migrator.lock.timeout=10ms").run((context) -> {
				FailureAnalysis report = Reports.of(context);
				assertThat(report.getDescription())
					.startsWith("Another process has been migrating for longer than 10 ms")
					.doesNotContain("not known");
				assertThat(report.getAction()).contains("Wait for it and start again", "migrator.lock.timeout");
			});
			lock.release(other);
		}
	}

	@Test
	void pendingRevisionsAreNamedWithTheCommandThatAppliesThem() {
		application().withPropertyValues("migrator.on-startup=check").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("not applied: aaa111.");
			assertThat(report.getAction()).contains("'migrator upgrade'", "'migrator.on-startup=upgrade'");
		});
	}

	@Test
	void aDatabaseThatIsAheadIsTold() {
		Path newer = this.revisions.write("bbb222", "aaa111", "insert into hero values ('Deadpond');", "");
		start();
		assertThat(newer.toFile().delete()).isTrue();
		start();
		application().withPropertyValues("migrator.on-database-ahead=fail").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription())
				.isEqualTo("The database is at bbb222, which only a newer version of the application has.");
			assertThat(report.getAction()).contains("Start the newer version", "migrator.on-database-ahead");
		});
		this.revisions.write("ccc333", "aaa111", "insert into hero values ('Rusty-Man');", "");
		application().run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("it lacks ccc333");
			assertThat(report.getAction()).contains("Merge both lines of revisions");
		});
	}

	@Test
	void anEditedRevisionIsNamedWithItsFile() {
		start();
		Path file = this.revisions.write("aaa111", "", "create table hero (name varchar(50));", "drop table hero;");
		application().withPropertyValues("migrator.on-changed=fail").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription())
				.isEqualTo("A revision was edited after the database had applied it: aaa111 (%s).".formatted(file));
			assertThat(report.getAction()).contains("put the change into a new revision", "migrator.on-changed");
		});
		start();
	}

	@Test
	void aDatabaseThatIsNotThereIsTold() {
		Applications.bare()
			.withPropertyValues("migrator.url=postgresql://user:geheim@127.0.0.1:1/db")
			.run((context) -> {
				FailureAnalysis report = Reports.of(context);
				assertThat(report.getDescription()).startsWith("There is no connection to the database: ")
					.contains("127.0.0.1:1")
					.doesNotContain("geheim");
				assertThat(report.getAction()).contains("Check its URL, user and password");
			});
	}

	@Test
	void aVersionTableThatMayNotBeReadIsTold() {
		PostgresqlDatabase postgresql = PostgresqlDatabase.create();
		application(postgresql.dataSource()).run((context) -> assertThat(context).hasNotFailed());
		String stranger = postgresql.role("stranger");
		application(postgresql.as(stranger)).withPropertyValues("migrator.on-startup=check").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("permission denied for table migrator_version");
			assertThat(report.getAction()).contains("Check that '%s' may read".formatted(stranger));
		});
	}

	@Test
	void aRevisionThatCannotBeReadIsToldWithItsLine() {
		Path file = this.revisions.write("broken.sql",
				"-- revision: bbb222\n-- down-revision: aaa111\n-- nonsense: x\n\n-- migrator:upgrade\n");
		application().run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains(file + ":3");
			assertThat(report.getAction()).isNotEmpty();
		});
	}

	@Test
	void aConfigurationThatMakesNoSenseIsTold() {
		Applications.bare().withPropertyValues("migrator.url=oracle:thin").run((context) -> {
			FailureAnalysis report = Reports.of(context);
			assertThat(report.getDescription()).contains("The database URL 'oracle:thin' is of no form that is known.");
			assertThat(report.getAction()).contains("postgresql://user:password@host:port/database");
		});
	}

	@Test
	void theReportKeepsItsCauseForDebugging() {
		Applications.on(this.database)
			.withPropertyValues("migrator.locations=classpath:nowhere")
			.run((context) -> assertThat(Reports.of(context).getCause()).hasMessageContaining("no revision"));
	}

}
