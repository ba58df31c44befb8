package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The commands that write revisions into a project, each a process of the packed
 * application that runs in a copy of the project's sources.
 */
class WritingCommandsIT {

	@TempDir
	private Path project;

	private CommandProcess.Setting application;

	@BeforeEach
	void copySources() throws IOException {
		Path sources = Path.of("src/main");
		try (Stream<Path> files = Files.walk(sources)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = this.project.resolve("src/main").resolve(sources.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		this.application = new CommandProcess.Setting(this.project,
				Databases.h2(Files.createTempDirectory(this.project, "data")));
	}

	@Test
	void aRevisionIsWrittenFollowsTheHeadAndCompiles() throws IOException {
		this.application.run("revision", "-m", "Add \"quest\" table", "--rev-id", "abcdefabcdef")
			.printed("Wrote src/main/java/db/migrations/Rabcdefabcdef_AddQuestTable.java");
		Path file = this.project.resolve("src/main/java/db/migrations/Rabcdefabcdef_AddQuestTable.java");
		assertThat(file).content().contains("downRevision = \"019999a2bbda\"", "message = \"Add \\\"quest\\\" table\"");
		assertThat(this.project.resolve("src/main/resources/db/migrations/heads")).hasContent("abcdefabcdef");
		Path classes = Files.createDirectory(this.project.resolve("classes"));
		int compiled = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-Xlint:all,-processing", "-Werror", "-proc:none", "-cp",
					System.getProperty("java.class.path"), "-d", classes.toString(), file.toString());
		assertThat(compiled).isZero();

		this.application.run("revision", "-m", "Once more")
			.failed("Revision abcdefabcdef", "is not in the application that runs. Build the project first.");
		Files.delete(file);
		this.application.run("heads", "--write")
			.printed("Wrote src/main/resources/db/migrations/heads",
					"019999a2bbda  (head)  Set missing power levels to 0");
		CommandProcess json = this.application.run("revision", "--sql-file", "--splice", "--head", "14d9", "--rev-id",
				"abcdefabcdee", "--branch-label", "quests", "--depends-on", "head", "-m", "Quests", "--json");
		assertThat(json.status()).isZero();
		assertThat(json.out()).startsWith("{\"id\":\"abcdefabcdee\",\"file\":\"").contains("abcdefabcdee_quests.sql");
		assertThat(this.project.resolve("src/main/resources/db/migrations/abcdefabcdee_quests.sql")).content()
			.contains("-- down-revision: 14d93260d354", "-- branch-labels: quests", "-- depends-on: 019999a2bbda");
	}

	@Test
	void badUsesWriteNothing() throws IOException {
		List<Path> before = files();
		this.application.run("revision", "-m", "x", "--rev-id", "14d93260d354")
			.failed("There is a revision '14d93260d354' already.");
		this.application.run("revision", "-m", "x", "--head", "14d9")
			.failed("'14d93260d354' is no head", "Add --splice", "019999a2bbda");
		this.application.run("merge", "heads").failed("A merge joins at least two revisions", "019999a2bbda");
		this.application.run("squash", "14d9:14d9").failed("only one revision to squash");
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void aProjectIsLaidOutAndWhatIsThereStays() {
		CommandProcess init = this.application.run("init");
		assertThat(init.status()).isZero();
		assertThat(init.lines()).contains("Created src/main/resources/db/migrations/heads",
				"Kept    src/main/java/db/migrations/package-info.java", "Created .migrator/templates/java.mustache",
				"Created .migrator/templates/sql.mustache", "Kept    src/main/resources/application.yaml");
		CommandProcess templates = this.application.run("list-templates");
		assertThat(templates.lines()).hasSize(2)
			.allMatch((line) -> line.contains(".migrator/templates/") && line.matches("(java|sql) .*"));
	}

	@Test
	void aRangeIsSquashedIntoOneThatDoesTheSame() {
		CommandProcess squash = this.application.run("squash", ":", "--rev-id", "abcdefabcdef", "--dialect",
				"postgresql");
		assertThat(squash.err()).isEmpty();
		assertThat(squash.lines()).startsWith(
				"Wrote src/main/resources/db/migrations/" + "abcdefabcdef_squash_d569a505f7e7_to_019999a2bbda.sql");
		assertThat(this.project.resolve("src/main/resources/db/migrations/heads")).hasContent("abcdefabcdef");
	}

	@Test
	void theSourceIsOpenedInTheEditor() throws IOException {
		assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
		Path editor = Files.writeString(this.project.resolve("editor"), "#!/bin/sh\nprintf '%s' \"$1\" > edited\n");
		assertThat(editor.toFile().setExecutable(true)).isTrue();
		CommandProcess edit = this.application.with("EDITOR", editor.toString()).run("edit", "14d9");
		assertThat(edit.status()).as(edit.err()).isZero();
		assertThat(this.project.resolve("edited")).content()
			.endsWith("src/main/java/db/migrations/R14d93260d354_AddTeamTable.java");
		this.application.run("edit", "nosuch").failed("'nosuch'");
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.project.resolve("src"))) {
			return files
				.sorted((left, right) -> left.toString()
					.toLowerCase(Locale.ROOT)
					.compareTo(right.toString().toLowerCase(Locale.ROOT)))
				.toList();
		}
	}

}
