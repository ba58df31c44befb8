package dev.migrator.script.writing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.RevisionFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Writing new revisions into a project.
 */
class RevisionWriterTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenIsBuiltAndFound(RevisionFormat format) {
		Project project = new Project(this.directory).with(format, "{rev}_{slug}", true);
		for (String id : List.of("1975ea83b712", "27c6a30d7c24")) {
			RevisionDraft draft = project.draft(id, "head", "Add \"hero\" -- größe");
			WrittenRevision written = project.write(draft, null, null);
			assertThat(project.header(id)).isEqualTo(draft.header()).isEqualTo(written.header());
			assertThat(new SourceFiles(project.settings()).get(project.scripts().get(id))).isEqualTo(written.file());
			assertThat(project.heads()).isEqualTo(id + "\n");
		}
		assertThat(project.scripts().graph().get("27c6a30d7c24").downRevisions()).containsExactly("1975ea83b712");
		project.scripts().checkHeads();
	}

	@Test
	void classesAndSqlFilesHaveTheirFoldersAndOneHistory() {
		Project project = new Project(this.directory);
		assertThat(project.revision("a1", "head", "Add hero").file())
			.isEqualTo(project.path("src/main/java/db/migrations/Ra1_AddHero.java"));
		WrittenRevision second = project.revision("a2", "head", "Add team", null, RevisionFormat.SQL);
		assertThat(second.file()).isEqualTo(project.path("src/main/resources/db/migrations/a2_add_team.sql"));
		assertThat(second.headsFile()).isEqualTo(project.path("src/main/resources/db/migrations/heads"));
		assertThat(project.heads()).isEqualTo("a2\n");
	}

	@ParameterizedTest
	@EnumSource
	void datesAndFoldersInTheTemplateAreFoundAgain(RevisionFormat format) {
		Project project = new Project(this.directory).with(format, "{year}/{year}{month}{day}_{rev}_{slug}", true);
		Path file = project.revision("1.2", "head", "Add hero").file();
		assertThat(file).isEqualTo(project
			.path((format == RevisionFormat.SQL) ? "src/main/resources/db/migrations/2026/20260115_1.2_add_hero.sql"
					: "src/main/java/db/migrations/_2026/R20260115_1_2_AddHero.java"));
		assertThat(project.scripts().contains("1.2")).isTrue();
		assertThat(new SourceFiles(project.settings()).get(project.scripts().get("1.2"))).isEqualTo(file);
	}

	@Test
	void aBodyIsWritten() {
		Project project = new Project(this.directory);
		RevisionDraft draft = project.draft("a1", "head", "Add hero")
			.doing(List.of("op.createTable(\"hero\", (t) -> t.column(\"id\", integer()));"),
					List.of("op.dropTable(\"hero\");"), Set.of("static dev.migrator.schema.Types.integer"));
		project.write(draft, null, null);
		assertThat(project.read("src/main/java/db/migrations/Ra1_AddHero.java"))
			.contains("\t\top.createTable(\"hero\", (t) -> t.column(\"id\", integer()));\n");
	}

	@Test
	void headsThatStayApartAreAllNamed() {
		Project project = new Project(this.directory);
		project.revision("b1", "head", "One");
		project.revision("a1", "base", "Two");
		project.revision("c1", "b1", "Three");
		assertThat(project.heads()).isEqualTo("a1 c1\n");
		project.merge("d1");
		assertThat(project.heads()).isEqualTo("d1\n");
	}

	@Test
	void aFileIsNeverOverwritten() {
		Project project = new Project(this.directory);
		Path file = project.file("src/main/java/db/migrations/Ra1_AddHero.java",
				"package db.migrations;\n\nclass Ra1_AddHero {\n\n}\n");
		refused(() -> project.revision("a1", "head", "Add hero"), ErrorCategory.NOT_WRITTEN,
				"There is a file %s already, and it is not overwritten.".formatted(file));
		assertThat(file).content().doesNotContain("Revision");
		assertThat(project.tree("src/main/resources")).containsExactly("src/main/resources");
	}

	@Test
	void afterAFailureNothingIsLeft() {
		Project project = new Project(this.directory);
		RevisionDraft draft = project.draft("a1", "head", "Add hero");
		RevisionPlace place = project.writer().place(draft, null, null);
		project.folder("src/main/resources/db/migrations/heads");
		refused(() -> project.writer().write(draft, place), ErrorCategory.NOT_WRITTEN, null);
		assertThat(project.tree("src/main/java")).isEmpty();
		assertThat(project.tree("src/main/resources/db/migrations")).hasSize(2);
	}

	@Test
	void aBrokenTemplateLeavesNothing() {
		Project project = new Project(this.directory);
		project.file(".migrator/templates/java.mustache", "{{nothing}}");
		refused(() -> project.revision("a1", "head", "Add hero"), ErrorCategory.CONFIGURATION, null);
		assertThat(project.tree("src")).containsExactly("src", "src/main", "src/main/resources");
	}

	@Test
	void aDraftThatDoesNotFitLeavesNothing() {
		Project project = new Project(this.directory);
		RevisionDraft draft = RevisionDraft
			.of(new RevisionHeader("a1", List.of("nothing"), "x", Project.NOW, List.of(), List.of(), true, List.of()));
		RevisionPlace place = project.writer().place(draft, null, RevisionFormat.SQL);
		refused(() -> project.writer().write(draft, place), ErrorCategory.NOT_FOUND, null);
		assertThat(project.tree("src")).containsExactly("src", "src/main", "src/main/resources");
	}

	@Test
	void aRevisionGoesWhereItsParentIs() {
		Project project = new Project(this.directory, "classpath:db/one", "classpath:/db/two/");
		project.revision("a1", "head", "One", "db/two", RevisionFormat.SQL);
		assertThat(project.revision("a2", "head", "Two").file())
			.isEqualTo(project.path("src/main/java/db/two/Ra2_Two.java"));
		assertThat(project.revision("a3", "head", "Three", "classpath:db/one", null).file())
			.isEqualTo(project.path("src/main/java/db/one/Ra3_Three.java"));
		assertThat(project.read("src/main/resources/db/two/heads")).isEqualTo("a2\n");
		assertThat(project.read("src/main/resources/db/one/heads")).isEqualTo("a3\n");
		project.scripts().checkHeads();
	}

	@Test
	void aNewBaseNamesOneOfSeveralLocations() {
		Project project = new Project(this.directory, "classpath:db/one", "classpath:db/two");
		refused(() -> project.revision("a1", "base", "One"), ErrorCategory.CONFIGURATION,
				"Which location a new base belongs to cannot be told. Name it with --location: "
						+ "classpath:db/one or classpath:db/two.");
		refused(() -> project.revision("a1", "base", "One", "db/three", null), ErrorCategory.CONFIGURATION,
				"'db/three' is none of the locations. The locations are: classpath:db/one, classpath:db/two.");
	}

	@Test
	void aLocationThatIsAFolderHoldsSql(@TempDir Path folder) {
		Project project = new Project(this.directory, "file:" + folder + "/db");
		assertThat(project.revision("a1", "head", "One").file()).isEqualTo(folder.resolve("db/a1_one.sql"));
		assertThat(folder.resolve("db/heads")).hasContent("a1");
		assertThat(project.scripts().contains("a1")).isTrue();
		assertThat(new SourceFiles(project.settings()).get(project.scripts().get("a1")))
			.isEqualTo(folder.resolve("db/a1_one.sql"));
		refused(() -> project.revision("a2", "head", "Two", null, RevisionFormat.JAVA), ErrorCategory.CONFIGURATION,
				null);
	}

	@Test
	void aLocationThatIsNoPackageHoldsSql() {
		Project project = new Project(this.directory, "classpath:db/2026-migrations");
		assertThat(project.revision("a1", "head", "One").file())
			.isEqualTo(project.path("src/main/resources/db/2026-migrations/a1_one.sql"));
		assertThat(project.scripts().contains("a1")).isTrue();
	}

	@Test
	void aLocationMustBeOneFolder() {
		Project project = new Project(this.directory, "classpath:db/*/migrations");
		refused(() -> project.revision("a1", "head", "One"), ErrorCategory.CONFIGURATION, null);
	}

	@Test
	void outsideOfAProjectNothingIsCreated(@TempDir Path empty) {
		Project project = new Project(this.directory)
			.settings(ScriptSettings.defaults(empty, List.of("classpath:db/migrations")));
		refused(() -> project.revision("a1", "head", "One"), ErrorCategory.CONFIGURATION,
				("%s is no project that revisions can be written into: it has neither src/main/java, src/main/resources "
						+ "nor a build file. Run this in the directory of the application's project, "
						+ "or set migrator.script.directory to it.")
					.formatted(empty));
		project.settings(ScriptSettings.defaults(empty, List.of("classpath:db/migrations")));
		assertThat(empty).isEmptyDirectory();
	}

	@Test
	void aBuildFileMakesAProjectUnlessItIsAParent(@TempDir Path root) throws Exception {
		Project project = new Project(this.directory)
			.settings(ScriptSettings.defaults(root, List.of("classpath:db/migrations")));
		Path pom = Files.writeString(root.resolve("pom.xml"), "<project><packaging>pom</packaging></project>");
		refused(() -> project.revision("a1", "head", "One"), ErrorCategory.CONFIGURATION, null);
		Files.writeString(pom, "<project/>");
		assertThat(project.revision("a1", "head", "One").file())
			.isEqualTo(root.resolve("src/main/java/db/migrations/Ra1_One.java"));
	}

	@ParameterizedTest
	@EnumSource
	void whatWasNotBuiltYetIsNoticed(RevisionFormat format) {
		Project project = new Project(this.directory).with(format, "{rev}_{slug}", false);
		project.revision("a1", "head", "One");
		RevisionDraft second = project.draft("a2", "head", "Two");
		Path file = project.writer().write(second, project.writer().place(second, null, null)).file();
		refused(() -> project.writer().place(project.draft("a3", "head", "Three"), null, null),
				ErrorCategory.INVALID_REVISION,
				"Revision a2 (%s) is not in the application that runs. Build the project first.".formatted(file));
		project.build();
		project.revision("a3", "head", "Three");
	}

	@Test
	void aSourceInAnotherEncodingIsNoMatter() throws Exception {
		Project project = new Project(this.directory);
		Files.write(project.folder("src/main/java/db/migrations").resolve("Other.java"),
				"package db.migrations; // Größe".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(project.writer().place(project.draft("a1", "head", "One"), null, null).file()).doesNotExist();
	}

	@Test
	void aRevisionIsNotAddedWhereTheHeadsFileDisagrees() {
		Project project = new Project(this.directory);
		project.revision("a1", "head", "One");
		project.file("src/main/resources/db/migrations/heads", "gone\n");
		refused(() -> project.revision("a2", "head", "Two"), ErrorCategory.HEADS_FILE,
				"%s says that the head is gone, but the revisions have a1. Bring back the file of a revision that is missing, or run 'migrator heads --write'."
					.formatted(project.path("src/main/resources/db/migrations/heads")));
		assertThat(new ProjectHeads(project.settings()).write(project.scripts()))
			.containsExactly(project.path("src/main/resources/db/migrations/heads"));
		assertThat(project.heads()).isEqualTo("a1\n");
	}

	@Test
	void aMergeEndsAConflict() {
		Project project = new Project(this.directory);
		project.sql("a1", "");
		project.sql("b1", "");
		project.file("src/main/resources/db/migrations/heads", "<<<<<<< HEAD\na1\n=======\nb1\n>>>>>>> theirs\n");
		project.build();
		refused(() -> project.revision("c1", "a1", "Next"), ErrorCategory.HEADS_FILE, null);
		project.merge("m1");
		assertThat(project.heads()).isEqualTo("m1\n");
	}

	@Test
	void aMergeDoesNotHideAMissingFile() {
		Project project = new Project(this.directory);
		project.sql("a1", "");
		project.sql("b1", "");
		project.file("src/main/resources/db/migrations/heads", "a1 gone\n");
		project.build();
		refused(() -> project.merge("m1"), ErrorCategory.HEADS_FILE, null);
		project.file("src/main/resources/db/migrations/heads", "a1\n");
		project.merge("m1");
		assertThat(project.heads()).isEqualTo("m1\n");
	}

	@Test
	void withoutAHeadsFileNoneIsKept() {
		Project project = new Project(this.directory).with(RevisionFormat.SQL, "{rev}_{slug}", false);
		assertThat(project.revision("a1", "head", "One").headsFile()).isNull();
		assertThat(project.path("src/main/resources/db/migrations/heads")).doesNotExist();
		new ProjectHeads(project.settings()).write(project.scripts());
		assertThat(project.revision("a2", "head", "Two").headsFile()).isNotNull();
		assertThat(project.heads()).isEqualTo("a2\n");
	}

	private static void refused(ThrowingCallable call, ErrorCategory category, @Nullable String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.category()).isEqualTo(category);
			assertThat(ex.action()).isNotBlank();
			if (message != null) {
				assertThat(ex).hasMessageStartingWith(message);
			}
		});
	}

}
