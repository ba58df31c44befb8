package dev.migrator.sample;

import java.nio.file.Path;

import dev.migrator.sample.CommandProcess.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job migrates as the owner of the tables; the application only checks, as a user who
 * may not change them. This is how {@code docs/kubernetes.md} has it.
 */
class DeploymentIT {

	private static final String CHECK = "--migrator.on-startup=check";

	@TempDir
	private Path directory;

	@Test
	void theApplicationStartsOnlyAfterTheJobAndNeedsNoRightToChangeTheSchema() {
		SampleDatabase owner = Databases.postgresql();
		String name = owner.strings("select current_database()").get(0);
		owner.jdbc().sql("create role app_%s login password 'geheim'".formatted(name)).update();
		SampleDatabase application = Databases.postgresql(name, "app_" + name, "geheim");

		try (SampleProcess tooEarly = SampleProcess.start(this.directory, application, CHECK)) {
			assertThat(tooEarly.awaitExit()).isOne();
			assertThat(tooEarly.output()).contains("APPLICATION FAILED TO START",
					"6 of the revisions are not applied: " + String.join(", ", Databases.REVISIONS),
					"Upgrade the database with 'migrator upgrade'");
		}

		Setting job = new Setting(this.directory, application).with("MIGRATOR_USERNAME", "postgres")
			.with("MIGRATOR_PASSWORD", "postgres");
		CommandProcess migration = job.run("upgrade", "head");
		assertThat(migration.status()).as(migration.err()).isZero();
		assertThat(migration.lines())
			.startsWith("Applied %s Add hero table (N ms)".formatted(Databases.REVISIONS.get(0)));
		assertThat(owner.versions()).containsExactly(Databases.HEAD);
		assertThat(owner.strings("select distinct tableowner from pg_tables where schemaname = 'public'"))
			.containsExactly("postgres");
		owner.jdbc().sql("grant select on migrator_version, migrator_history to app_" + name).update();
		owner.jdbc().sql("grant select, insert, update, delete on hero, team to app_" + name).update();

		try (SampleProcess process = SampleProcess.start(this.directory, application, CHECK)) {
			process.awaitHealth();
			assertThat(process.get("/actuator/info")).contains("\"state\":\"up-to-date\"");
		}
	}

}
