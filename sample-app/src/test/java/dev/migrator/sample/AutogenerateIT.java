package dev.migrator.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void entitiesBecomeARevisionAndTheRevisionTheDatabase(String product) throws IOException {
		if (product.equals("postgresql")) {
			this.application = new CommandProcess.Setting(this.project, Databases.postgresql(),
					"--migrator.locations=file:" + this.revisions);
		}
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
	void aRevisionInJavaCompilesWithoutAWarning() throws IOException {
		Files.createFile(this.project.resolve("pom.xml"));
		CommandProcess.Setting java = new CommandProcess.Setting(this.project, this.application.database(),
				"--migrator.locations=classpath:nowhere");
		Path folder = Files.createDirectories(this.project.resolve("src/main/java/nowhere"));
		CommandProcess written = java.run("revision", "--autogenerate", "--java", "--rev-id", "abcdefabcdef", "-m",
				"Add heroes");
		assertThat(written.status()).as(written.err()).isZero();
		Path source = folder.resolve("Rabcdefabcdef_AddHeroes.java");
		assertThat(source).content()
			.contains("op.createTable(\"hero\"", "t.index(op.f(\"ix_hero_name\"), \"hero_name\")",
					"op.dropTable(\"team\"");
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int status = ToolProvider.getSystemJavaCompiler()
			.run(null, said, said, "-Xlint:all,-processing,-path,-classfile", "-Werror", "-proc:none", "-cp",
					System.getProperty("java.class.path"), "-d", this.project.resolve("classes").toString(),
					source.toString());
		assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
	}

	@Test
	void inATerminalSomebodyIsAskedAboutARename() throws IOException {
		assumeThat(TerminalProcess.SCRIPT).exists();
		apply("abcdefabcdef", "Add heroes");
		write("abcdefabcdee", "abcdefabcdef", "alter table hero alter column secret_name rename to secret");
		assertThat(this.application.run("upgrade", "-q").status()).isZero();

		assertThat(TerminalProcess.run(this.application, "y\n", "revision", "--autogenerate", "--sql-file", "--rev-id",
				"abcdefabcded", "-m", "Rename"))
			.contains("Is hero.secret renamed to secret_name, because ");
		assertThat(this.revisions.resolve("abcdefabcded_rename.sql")).content()
			.contains("rename to secret_name")
			.doesNotContain("drop column");
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
