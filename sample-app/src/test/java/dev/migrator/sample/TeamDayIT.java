package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A team's day: two developers branch from one head, the branches meet, and the commands
 * alone bring the database where it should be.
 */
class TeamDayIT {

	private static final String QUEST = "aaaaaaaaaaa1";

	private static final String REWARD = "bbbbbbbbbbb1";

	private static final String MERGE = "cccccccccccc";

	@TempDir
	private Path directory;

	@Test
	void twoBranchesMeet() throws IOException {
		SampleDatabase database = Databases.migrated(Databases.postgresql());
		Files.createFile(this.directory.resolve("pom.xml"));
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.table(QUEST, Databases.HEAD, "quest", "-- branch-labels: quests")
			.table(REWARD, Databases.HEAD, "reward", "-- branch-labels: rewards");
		CommandProcess.Setting project = new CommandProcess.Setting(this.directory, database, revisions.argument());

		try (SampleProcess start = SampleProcess.start(this.directory, database, revisions.argument())) {
			assertThat(start.awaitExit()).isOne();
			assertThat(start.output()).contains("There are several heads: aaaaaaaaaaa1, bbbbbbbbbbb1.")
				.contains("'migrator merge heads -m \"<message>\"'")
				.doesNotContain("\tat ");
		}
		project.run("current").printed("019999a2bbda  (branch point)  Set missing power levels to 0");
		project.run("current", "--json")
			.printed(
					"{\"current\":[\"019999a2bbda\"],\"heads\":[\"aaaaaaaaaaa1\",\"bbbbbbbbbbb1\"],\"state\":\"pending\"}");

		project
			.run("merge", "heads", "-m", "Quests have rewards", "--rev-id", MERGE, "--location",
					"file:" + revisions.directory())
			.printed("Wrote " + this.directory.relativize(revisions.directory()).resolve(MERGE)
					+ "_quests_have_rewards.sql");
		project.run("upgrade")
			.printed("Applied bbbbbbbbbbb1 Add reward (N ms)", "Applied aaaaaaaaaaa1 Add quest (N ms)",
					"Applied cccccccccccc Quests have rewards (N ms)", "The database is at cccccccccccc.");
		project.run("current", "-c", "--json")
			.printed("{\"current\":[\"cccccccccccc\"],\"heads\":[\"cccccccccccc\"],\"state\":\"up-to-date\"}");

		project.run("downgrade", "quests@-1")
			.failed("'-1' can go several ways: aaaaaaaaaaa1, bbbbbbbbbbb1 all lead down from 'cccccccccccc'.");
		project.run("downgrade", "quests")
			.printed("Reverted cccccccccccc Quests have rewards (N ms)",
					"The database is at aaaaaaaaaaa1, bbbbbbbbbbb1.");
		project.run("downgrade", "quests@-1")
			.printed("Reverted aaaaaaaaaaa1 Add quest (N ms)", "The database is at bbbbbbbbbbb1.");
		assertThat(database.strings(SampleDatabase.TABLES)).contains("reward").doesNotContain("quest");
		CommandProcess behind = project.run("current", "--check-heads");
		assertThat(behind.lines()).containsExactly("bbbbbbbbbbb1  (rewards)  Add reward");
		assertThat(behind.err()).isEqualToIgnoringNewLines(
				"error: The database is at bbbbbbbbbbb1, and the heads are cccccccccccc. Run 'migrator upgrade heads'.");
		assertThat(behind.status()).isOne();

		database.jdbc().sql("create table quest (id integer primary key)").update();
		project.run("stamp", "heads").printed("The database is at cccccccccccc.");
		CommandProcess unlikeEntities = project.run("check");
		assertThat(unlikeEntities.status()).isOne();
		assertThat(unlikeEntities.lines()).contains("  drop table reward", "  drop table quest");
		project.with("MIGRATOR_AUTOGENERATE_ENABLED", "false")
			.run("check")
			.printed("The database has all revisions up to head.");

		CommandProcess.Setting older = new CommandProcess.Setting(this.directory, database);
		older.run("current").printed("cccccccccccc  (not in this application)");
		older.run("current", "--json")
			.printed("{\"current\":[\"cccccccccccc\"],\"heads\":[\"019999a2bbda\"],\"state\":\"ahead\"}");
		RevisionFolder others = RevisionFolder.create(this.directory).table("ddddddddddd1", Databases.HEAD, "villain");
		CommandProcess.Setting diverged = new CommandProcess.Setting(this.directory, database, others.argument());
		diverged.run("current", "--json")
			.printed("{\"current\":[\"cccccccccccc\"],\"heads\":[\"ddddddddddd1\"],\"state\":\"diverged\"}");
		diverged.run("upgrade").failed("cccccccccccc", "and it lacks ddddddddddd1");
	}

}
