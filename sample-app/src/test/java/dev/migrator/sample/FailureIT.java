package dev.migrator.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revision that fails, and a user who may not migrate.
 */
class FailureIT {

	private static final String BROKEN = "bbbbbbbbbbb1";

	private static final String UPGRADE = """
			create table quest (id integer primary key);
			insert into %s (id) values (1);
			create table reward (id integer primary key);
			""";

	@TempDir
	private Path directory;

	@Test
	void onPostgresqlItIsReportedTheDatabaseIsUnchangedAndTheMendedOneSucceeds() {
		SampleDatabase database = Databases.migrated(Databases.postgresql());
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.write(BROKEN, Databases.HEAD, UPGRADE.formatted("nowhere"));
		List<String> before = PostgresqlCatalog.of(database);

		String output = fail(database, revisions.argument());
		assertReported(output, revisions);
		assertThat(output).contains("relation \"nowhere\" does not exist")
			.contains("The database is as it was before this revision.");
		assertThat(PostgresqlCatalog.of(database)).isEqualTo(before);

		revisions.write(BROKEN, Databases.HEAD, UPGRADE.formatted("quest"));
		startAndStop(database, revisions);
		assertMigrated(database);
	}

	@Test
	void onH2ItIsReportedAndTheMendedOneGoesOnBehindTheStatementsDone() {
		SampleDatabase database = Databases.migrated(Databases.h2(this.directory));
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.write(BROKEN, Databases.HEAD, UPGRADE.formatted("nowhere"));

		String output = fail(database, revisions.argument());
		assertReported(output, revisions);
		assertThat(output).contains("Table \"NOWHERE\" not found")
			.contains("1 of its statements are done and committed; the next start goes on behind them.");
		assertThat(database.versions()).containsExactly(Databases.HEAD);

		revisions.write(BROKEN, Databases.HEAD, UPGRADE.formatted("quest"));
		startAndStop(database, revisions);
		assertMigrated(database);
	}

	@Test
	void aUserWhoMayNotCreateTablesIsToldSo() {
		SampleDatabase database = Databases.postgresql();
		String name = database.strings("select current_database()").get(0);
		database.jdbc().sql("create role visitor login password 'secret'").update();
		database.jdbc().sql("revoke create on schema public from public").update();

		String output = fail(Databases.postgresql(name, "visitor", "secret"));
		assertThat(output).contains("permission denied for schema public").contains("Grant").contains("'visitor'");
		assertThat(output).doesNotContain("secret").doesNotContain("\tat ");
	}

	private String fail(SampleDatabase database, String... arguments) {
		try (SampleProcess process = SampleProcess.start(this.directory, database, arguments)) {
			assertThat(process.awaitExit()).as(process::output).isEqualTo(1);
			return process.output();
		}
	}

	private static void assertReported(String output, RevisionFolder revisions) {
		assertThat(output).contains("revision " + BROKEN)
			.contains(revisions.file(BROKEN) + ":7")
			.contains("insert into nowhere (id) values (1)")
			.doesNotContain("\tat ");
	}

	private void startAndStop(SampleDatabase database, RevisionFolder revisions) {
		try (SampleProcess process = SampleProcess.start(this.directory, database, revisions.argument())) {
			process.awaitHealth().stop();
		}
	}

	private static void assertMigrated(SampleDatabase database) {
		assertThat(database.versions()).containsExactly(BROKEN);
		List<String> expected = new ArrayList<>();
		Databases.REVISIONS.forEach((revision) -> expected.add(revision + " done"));
		expected.add(BROKEN + " done");
		assertThat(database.history()).isEqualTo(expected);
		assertThat(database.strings("select cast(id as varchar) from quest")).containsExactly("1");
		assertThat(database.strings("select cast(count(*) as varchar) from reward")).containsExactly("0");
	}

}
