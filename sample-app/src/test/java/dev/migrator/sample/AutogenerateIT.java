package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From entities to a revision to the database, each command a process of the packed
 * application.
 */
class AutogenerateIT {

	@TempDir
	private Path project;

	private Path revisions;

	private CommandProcess.Setting application;

	@BeforeEach
	void makeAnEmptyProject() throws IOException {
		this.revisions = Files.createDirectories(this.project.resolve("src/main/resources/db/migrations"));
		this.application = new CommandProcess.Setting(this.project,
				Databases.h2(Files.createTempDirectory(this.project, "data")),
				"--migrator.locations=file:" + this.revisions);
	}

	@Test
	void theSamplesOwnRevisionsSayWhatItsEntitiesSay() throws IOException {
		CommandProcess.Setting sample = new CommandProcess.Setting(this.project,
				Databases.h2(Files.createTempDirectory(this.project, "sample")));
		sample.run("upgrade", "-q");
		sample.run("check")
			.printed("The database has all revisions up to head.", "No new upgrade operations detected.");
	}

	@Test
	void entitiesBecomeARevisionAndTheRevisionTheDatabase() throws IOException {
		CommandProcess written = this.application.run("revision", "--autogenerate", "--sql-file", "--rev-id",
				"abcdefabcdef", "-m", "Add heroes");
		assertThat(written.status()).as(written.err()).isZero();
		assertThat(written.lines())
			.containsExactly("Wrote src/main/resources/db/migrations/abcdefabcdef_add_heroes.sql");
		assertThat(this.revisions.resolve("abcdefabcdef_add_heroes.sql")).content()
			.contains("create table hero (", "hero_name varchar(255) not null", "create table team (",
					"fk_hero_team_id_team", "create index ix_hero_name on hero (hero_name)", "drop table hero")
			.doesNotContain("migrator_version");
		this.application.run("check").failed("1 revision is pending", "Add heroes");
		this.application.run("revision", "--autogenerate", "-m", "Once more")
			.failed("The database is not at the head", "Run 'migrator upgrade' first");

		assertThat(this.application.run("upgrade", "-q").status()).isZero();
		this.application.run("check")
			.printed("The database has all revisions up to head.", "No new upgrade operations detected.");
		this.application.run("revision", "--autogenerate", "-m", "Once more")
			.printed("No new upgrade operations detected; nothing is written.");
		assertThat(sqlFiles()).containsExactly("abcdefabcdef_add_heroes.sql");
		// Hibernate validates the tables when the application starts.
		try (SampleProcess process = SampleProcess.start(this.project, this.application.database(),
				"--migrator.locations=file:" + this.revisions)) {
			process.awaitHealth().stop();
		}
		CommandProcess down = this.application.run("downgrade", "base", "-q");
		assertThat(down.status()).as(down.err()).isZero();
	}

	@Test
	void whatLooksLikeARenameIsNotGuessed() throws IOException {
		apply("abcdefabcdef", "Add heroes");
		write("abcdefabcdee", "abcdefabcdef", "alter table hero alter column secret_name rename to secret");
		assertThat(this.application.run("upgrade", "-q").status()).isZero();

		CommandProcess check = this.application.run("check");
		assertThat(check.status()).isOne();
		assertThat(check.lines()).startsWith("New upgrade operations detected:")
			.anyMatch((line) -> line.contains("hero.secret_name"));
		this.application.run("revision", "--autogenerate", "--sql-file", "-m", "Rename")
			.failed("hero.secret may be secret_name now", "--rename hero.secret:secret_name", "--no-renames");
		assertThat(this.application
			.run("revision", "--autogenerate", "--sql-file", "--rev-id", "abcdefabcded", "-m", "Rename", "--rename",
					"hero.secret:secret_name")
			.status()).isZero();
		assertThat(this.revisions.resolve("abcdefabcded_rename.sql")).content()
			.contains("rename to secret_name")
			.doesNotContain("drop column");
	}

	@Test
	void aStrictProjectDropsOnlyWhatItSays() throws IOException {
		apply("abcdefabcdef", "Add heroes");
		write("abcdefabcdee", "abcdefabcdef", "create table villain (id integer primary key)");
		assertThat(this.application.run("upgrade", "-q").status()).isZero();
		CommandProcess.Setting strict = new CommandProcess.Setting(this.project, this.application.database(),
				"--migrator.locations=file:" + this.revisions, "--migrator.autogenerate.strict=true");
		strict.run("revision", "--autogenerate", "--sql-file", "-m", "Drop villains")
			.failed("The revision would lose data: drop table villain.", "--allow-drops");
		assertThat(this.application.run("check").status()).isOne();
		assertThat(this.application.run("check", "--allow-drops").status()).isZero();
		assertThat(
				strict.run("revision", "--autogenerate", "--sql-file", "--allow-drops", "-m", "Drop villains").status())
			.isZero();
	}

	private void apply(String id, String message) {
		assertThat(this.application.run("revision", "--autogenerate", "--sql-file", "--rev-id", id, "-m", message)
			.status()).isZero();
		assertThat(this.application.run("upgrade", "-q").status()).isZero();
	}

	private void write(String id, String downRevision, String upgrade) throws IOException {
		Files.writeString(this.revisions.resolve(id + "_test.sql"), """
				-- revision: %s
				-- down-revision: %s
				-- message: Test

				-- migrator:upgrade
				%s;
				""".formatted(id, downRevision, upgrade));
		Files.deleteIfExists(this.revisions.resolve("heads"));
	}

	private Stream<String> sqlFiles() throws IOException {
		try (Stream<Path> files = Files.list(this.revisions)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".sql"))
				.toList()
				.stream();
		}
	}

}
