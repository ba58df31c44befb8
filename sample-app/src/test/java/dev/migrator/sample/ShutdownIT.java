package dev.migrator.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.migrator.Migrator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is asked to stop while it migrates.
 */
class ShutdownIT {

	private static final int TERMINATED = 143;

	private static final String FIRST = "aaaaaaaaaaa1";

	private static final String SECOND = "aaaaaaaaaaa2";

	@TempDir
	private Path directory;

	@Test
	void onPostgresqlTheRunningStatementIsCancelledAndNobodyWaitsForTheLockAnyMore() {
		SampleDatabase database = Databases.migrated(Databases.postgresql());
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.table(FIRST, Databases.HEAD, "audit")
			.write(SECOND, FIRST, "create table quest (id integer primary key);\nselect pg_sleep(600);");
		try (SampleProcess working = SampleProcess.start(this.directory, database, revisions.argument())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(sleeping(database)).as(working::output).hasSize(1));
			try (SampleProcess waiting = SampleProcess.start(this.directory, database, revisions.argument())) {
				waiting.awaitOutput("Waiting for another process that migrates");
				assertThat(waiting.stop()).isEqualTo(TERMINATED);
				assertThat(waiting.output()).contains("since its process was asked to end");
			}
			assertThat(working.stop()).isEqualTo(TERMINATED);
			assertThat(working.output()).contains("The upgrade of revision " + SECOND,
					"was stopped, since the process was asked to end",
					"The database is as it was before this revision.");
		}
		assertThat(sleeping(database)).isEmpty();
		assertThat(database.versions()).containsExactly(FIRST);
		assertThat(database.history()).hasSize(Databases.REVISIONS.size() + 1).allMatch((row) -> row.endsWith(" done"));
		finish(database, revisions.write(SECOND, FIRST, "create table quest (id integer primary key);"));
	}

	private static List<String> sleeping(SampleDatabase database) {
		return database.strings("select query from pg_stat_activity where datname = current_database()"
				+ " and wait_event = 'PgSleep'");
	}

	@Test
	void onH2TheNextStartGoesOnBehindTheStatementsDone() {
		SampleDatabase database = Databases.migrated(Databases.h2(this.directory));
		Path marker = this.directory.resolve("running.marker");
		String before = "create table quest (id integer primary key);\nselect file_write('', '%s');\n"
			.formatted(marker);
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.table(FIRST, Databases.HEAD, "audit")
			.write(SECOND, FIRST, before + "select sum(mod(x, 7)) from system_range(1, 1000000000000);");
		try (SampleProcess process = SampleProcess.start(this.directory, database, revisions.argument())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(Files.exists(marker)).as(process::output).isTrue());
			assertThat(process.stop()).isEqualTo(TERMINATED);
			assertThat(process.output()).contains("was stopped, since the process was asked to end",
					"2 of its statements are done and committed; the next start goes on behind them.");
		}
		assertThat(database.versions()).containsExactly(FIRST);
		assertThat(database.history()).endsWith(SECOND + " failed");
		finish(database, revisions.write(SECOND, FIRST, before + "insert into quest values (1);"));
		assertThat(database.strings("select id from quest")).containsExactly("1");
	}

	private static void finish(SampleDatabase database, RevisionFolder revisions) {
		Migrator.builder()
			.dataSource(database.dataSource())
			.locations("classpath:db/migrations", "file:" + revisions.directory())
			.lockTimeout(Duration.ZERO)
			.build()
			.upgrade();
		assertThat(database.versions()).containsExactly(SECOND);
	}

}
