package dev.migrator.script.writing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.source.JavaSources;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.source.RevisionTemplate;
import dev.migrator.script.source.RevisionTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Laying out a project.
 */
class ProjectInitTests {

	@TempDir
	Path directory;

	@Test
	void aProjectGetsItsFoldersTemplatesAndConfiguration() {
		Project project = new Project(this.directory);
		InitReport report = init(project);
		assertThat(names(report, true)).containsExactly("src/main/resources/db/migrations/heads",
				"src/main/java/db/migrations/package-info.java", ".migrator/templates/java.mustache",
				".migrator/templates/sql.mustache", "src/main/resources/application.yml");
		assertThat(names(report, false)).isEmpty();
		assertThat(report.snippet()).isEmpty();
		assertThat(project.heads()).isEqualTo("\n");
		assertThat(project.read("src/main/resources/application.yml")).startsWith("migrator:\n")
			.contains("\n  locations:\n    - classpath:db/migrations\n", "\n    format: java\n");
		String packageInfo = project.read("src/main/java/db/migrations/package-info.java");
		assertThat(JavaSources.format(packageInfo)).isEqualTo(packageInfo);
	}

	@Test
	void whatIsThereIsLeftAsItIs() {
		Project project = new Project(this.directory);
		init(project);
		project.build();
		project.revision("a1", "head", "One");
		List<String> before = contents(project);
		InitReport report = init(project);
		assertThat(names(report, true)).isEmpty();
		assertThat(names(report, false)).hasSize(5);
		assertThat(contents(project)).isEqualTo(before);
	}

	@Test
	void theTemplatesAreThoseThatAreBuiltIn() {
		Project project = new Project(this.directory);
		init(project);
		List<RevisionTemplate> templates = new RevisionTemplates(project.settings().templates()).list();
		for (RevisionTemplate template : templates) {
			RevisionTemplate builtIn = RevisionTemplates.builtIn(template.format());
			assertThat(template.text()).isEqualTo(builtIn.text());
			assertThat(template.origin()).isNotEqualTo(builtIn.origin());
			assertThat(template.description()).isNotBlank();
		}
	}

	@Test
	void aConfigurationThatIsThereIsNotTouched() {
		Project project = new Project(this.directory);
		project.file("src/main/resources/config/application.yaml", "spring: {}\n");
		InitReport report = init(project);
		assertThat(names(report, false)).containsExactly("src/main/resources/config/application.yaml");
		assertThat(report.snippet()).startsWith("migrator:\n");
		assertThat(project.read("src/main/resources/config/application.yaml")).isEqualTo("spring: {}\n");
		assertThat(project.path("src/main/resources/application.yml")).doesNotExist();
	}

	@Test
	void propertiesGetASnippetOfTheirKind() {
		Project project = new Project(this.directory);
		project.file("src/main/resources/application.properties", "spring.application.name=heroes\n");
		assertThat(init(project).snippet()).contains("migrator.locations=classpath:db/migrations\n");
		project.file("src/main/resources/application.properties", "migrator.on-startup=none\n");
		assertThat(init(project).snippet()).isEmpty();
	}

	@Test
	void propertiesMayBeInLatin1() throws Exception {
		Project project = new Project(this.directory);
		Files.writeString(project.path("src/main/resources/application.properties"), "spring.application.name=Größe\n",
				StandardCharsets.ISO_8859_1);
		assertThat(init(project).snippet()).contains("migrator.locations=classpath:db/migrations\n");
	}

	@Test
	void aProjectInSqlWithoutHeadsFileGetsItsFolder() {
		Project project = new Project(this.directory).with(RevisionFormat.SQL, "{rev}_{slug}", false);
		assertThat(names(init(project), true)).startsWith("src/main/resources/db/migrations/.gitkeep",
				".migrator/templates/java.mustache");
		assertThat(project.path("src/main/java")).doesNotExist();
	}

	@Test
	void theHeadsFileNamesTheHeadsThatAreThere() {
		Project project = new Project(this.directory);
		project.sql("a1", "");
		project.sql("b1", "");
		project.build();
		init(project);
		assertThat(project.heads()).isEqualTo("a1 b1\n");
	}

	@Test
	void outsideOfAProjectNothingIsCreated(@TempDir Path empty) {
		Project project = new Project(this.directory)
			.settings(ScriptSettings.defaults(empty, List.of("classpath:db/migrations")));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> init(project))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
		assertThat(empty).isEmptyDirectory();
	}

	@Test
	void afterAFailureNothingIsLeft() {
		Project project = new Project(this.directory);
		project.file(".migrator", "a file in place of the folder");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> init(project))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.NOT_WRITTEN));
		assertThat(project.tree("src")).containsExactly("src", "src/main", "src/main/resources");
	}

	private static InitReport init(Project project) {
		return new ProjectInit(project.settings(), project.scripts()).run();
	}

	private List<String> names(InitReport report, boolean created) {
		return report.files()
			.stream()
			.filter((entry) -> entry.created() == created)
			.map((entry) -> this.directory.relativize(entry.file()).toString())
			.toList();
	}

	private static List<String> contents(Project project) {
		return Stream.concat(project.tree("src").stream(), project.tree(".migrator").stream())
			.filter((name) -> Files.isRegularFile(project.path(name)))
			.map((name) -> name + ": " + project.read(name))
			.toList();
	}

}
