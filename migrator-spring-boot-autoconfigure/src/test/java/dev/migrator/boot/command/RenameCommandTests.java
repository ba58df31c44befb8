package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.schema.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

import static dev.migrator.schema.Types.date;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code revision --autogenerate} takes for a rename where there is no terminal.
 */
class RenameCommandTests {

	@TempDir
	private Path revisions;

	@BeforeEach
	void migrateToTheOldSchema() {
		assertThat(run(Old.class, "revision", "--autogenerate", "--sql-file", "-m", "Old").status()).isZero();
		assertThat(run(Old.class, "upgrade").status()).isZero();
	}

	@Test
	void whatLooksLikeOneIsToBeDecided() {
		assertThat(generate().error()).contains("name may be title now", "Add --no-renames, or what is renamed:",
				"--rename hero.name:title");
		assertThat(files()).hasSize(1);
	}

	@Test
	void whatIsSaidIsTakenHoweverUnlikeTheTwoAre() throws IOException {
		assertThat(generate("--rename", "hero.age:born", "--rename", "hero.name:hero.title").status()).isZero();
		assertThat(written()).contains("column age rename to born", "column name rename to title")
			.doesNotContain("drop column");
	}

	@Test
	void whatIsSaidMayBeAllThereIs() throws IOException {
		CommandResult result = generate("--rename", "hero.age:born", "--no-renames");
		assertThat(result.status()).isZero();
		assertThat(result.err()).contains("warning: The values of hero.name are lost",
				"todo: Values that the new type");
		assertThat(written()).contains("column age rename to born", "add column title", "drop column name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hero.nam:title", "hero.name:titel", "hero:heroes", "villain.name:title" })
	void aNameThatDoesNotExistIsToldBeforeAllElse(String rename) {
		assertThat(generate("--rename", rename).error())
			.contains("Nothing can be renamed from '" + rename.replace(":", "' to '") + "'.");
		assertThat(files()).hasSize(1);
	}

	@Test
	void ofSeveralThatLookLikeOneThoseAreProposedThatGoTogether() {
		CommandResult result = run(Other.class, "revision", "--autogenerate", "--sql-file", "-m", "Other");
		assertThat(result.error()).contains("hero.name may be city now", "hero.name may be title now",
				"Add --no-renames, or what is renamed: --rename hero.name:title.");
	}

	@Test
	void twoNamesForOneThingAreRefused() {
		assertThat(generate("--rename", "hero.name:title", "--rename", "hero.name:born").error())
			.contains("'hero.name' cannot be renamed to both 'title' and 'born'. Say one of them.");
	}

	@Test
	void anotherFormIsToldSo() {
		assertThat(generate("--rename", "title").error())
			.contains("'title' says no rename. Write it as old:new, such as hero:heroes or hero.name:full_name.");
	}

	private CommandResult generate(String... options) {
		List<String> words = new ArrayList<>(List.of("revision", "--autogenerate", "--sql-file", "-m", "New"));
		words.addAll(List.of(options));
		return run(New.class, words.toArray(String[]::new));
	}

	private String written() throws IOException {
		for (Path file : files()) {
			if (file.toString().endsWith("_new.sql")) {
				return Files.readString(file);
			}
		}
		return "";
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.walk(this.revisions)) {
			return files.filter((file) -> file.toString().endsWith(".sql")).toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private CommandResult run(Class<?> application, String... words) {
		List<String> arguments = new ArrayList<>(List.of("migrator"));
		arguments.addAll(List.of(words));
		return CommandResult
			.run(new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
				.properties("spring.datasource.url=jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1"
					.formatted(this.revisions.getFileName()), "migrator.locations=file:" + this.revisions)
				.build(), arguments.toArray(String[]::new));
	}

	@AutogenerateCommandTests.Application
	static class Old {

		@Bean
		Schema heroes() {
			return DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
				t.column("id", integer()).identity().primaryKey();
				t.column("name", varchar(100));
				t.column("age", integer());
			}));
		}

	}

	@AutogenerateCommandTests.Application
	static class New {

		@Bean
		Schema heroes() {
			return DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
				t.column("id", integer()).identity().primaryKey();
				t.column("title", varchar(100));
				t.column("born", date());
			}));
		}

	}

	@AutogenerateCommandTests.Application
	static class Other {

		@Bean
		Schema heroes() {
			return DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
				t.column("id", integer()).identity().primaryKey();
				t.column("title", varchar(100));
				t.column("age", integer());
				t.column("city", varchar(100));
			}));
		}

	}

}
