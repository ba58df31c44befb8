package dev.migrator.script.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.source.RevisionFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Hooks and editors.
 */
@DisabledOnOs(OS.WINDOWS)
class ProgramTests {

	@TempDir
	Path directory;

	@Test
	void hooksRunInOrderInTheProjectAndGetTheFile() throws Exception {
		Project project = project("sh -c 'echo one; pwd; echo $0' {file}", "echo two", "./mark.sh 'a b' --of={file}");
		script(project.path("mark.sh"), "echo \"$1 $2\" >&2\ncat\necho '// marked' >> \"${2#--of=}\"\n");
		Path file = project.revision("a1", "head", "One").file();
		assertThat(project.output())
			.isEqualTo("one\n%s\n%s\ntwo %s\na b --of=%s\n".formatted(this.directory.toRealPath(), file, file, file));
		assertThat(file).content().endsWith("// marked\n");
	}

	@Test
	void noShellIsInvolved() {
		Project project = project("echo $HOME && *");
		Path file = project.revision("a1", "head", "One").file();
		assertThat(project.output()).isEqualTo("$HOME && * " + file + "\n");
	}

	@Test
	void aHookThatFailsSaysThatTheFileIsThere() {
		Project project = project("sh -c 'echo no; exit 3'", "echo later");
		failed(project, "ended with status 3");
		assertThat(project.output()).isEqualTo("no\n");
	}

	@Test
	void aHookThatIsMissingSaysThatTheFileIsThere() {
		failed(project("no-such-program"), "cannot be started");
		assertThat(project("sh -c ''").settings().hooks()).hasSize(1);
	}

	@Test
	void aHookThatDoesNotEndIsEnded() {
		Project project = project("sh -c 'sleep 60 & echo $! > child; wait'");
		ScriptSettings settings = project.settings();
		project.settings(new ScriptSettings(settings.directory(), settings.locations(), settings.format(),
				settings.fileTemplate(), settings.timeZone(), settings.slugLength(), settings.templates(),
				settings.headsFile(), settings.hooks(), Duration.ofMillis(500)));
		failed(project, "took longer than 500 ms and was ended");
		long child = Long.parseLong(project.read("child").strip());
		assertThat(ProcessHandle.of(child)
			.filter(ProcessHandle::isAlive)
			.map((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join())).satisfiesAnyOf(
					(ended) -> assertThat(ended).isEmpty(), (ended) -> assertThat(ended.get().isAlive()).isFalse());
	}

	private void failed(Project project, String how) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> project.revision("a1", "head", "One"))
			.satisfies((ex) -> {
				assertThat(ex.category()).isEqualTo(ErrorCategory.PROGRAM_FAILED);
				assertThat(ex.problem()).contains("a1_one.sql was written, but the hook '").contains("' " + how);
				assertThat(ex.action()).isNotBlank();
			});
		assertThat(project.path("src/main/resources/db/migrations/a1_one.sql")).exists();
		assertThat(project.heads()).isEqualTo("a1\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "git 'add", "git \"add {file}" })
	void aHookIsACommand(String text) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> PostWriteHook.of(text))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
	}

	@Test
	void wordsMayStandInQuotes() {
		assertThat(PostWriteHook.of(" a  'b c' \"d'e\"f C:\\g '' ").command()).containsExactly("a", "b c", "d'ef",
				"C:\\g", "");
	}

	@Test
	void anEditorOpensTheFile() {
		Path editor = script(this.directory.resolve("my editor"),
				"echo edited \"$@\" > '%s/called'\n".formatted(this.directory));
		Path file = this.directory.resolve("a1.sql");
		new Editor(Map.of("VISUAL", editor.toString(), "EDITOR", "false")).open(file);
		assertThat(this.directory.resolve("called")).hasContent("edited " + file);
		new Editor(Map.of("VISUAL", " ", "EDITOR", "'" + editor + "' --wait 'x y'")).open(file);
		assertThat(this.directory.resolve("called")).hasContent("edited --wait x y " + file);
	}

	@Test
	void withoutVariablesTheFirstUsualEditorIsTaken() throws Exception {
		Path one = Files.createDirectory(this.directory.resolve("one"));
		Path two = Files.createDirectory(this.directory.resolve("two"));
		script(one.resolve("vim"), "");
		Path nano = script(two.resolve("nano"), "");
		Files.createDirectory(one.resolve("editor"));
		assertThat(new Editor(Map.of("PATH", one + ":" + two)).command()).containsExactly(nano.toString());
	}

	@Test
	void anEditorThatFailsOrIsMissingIsAnError() {
		Path file = this.directory.resolve("a1.sql");
		for (Map<String, String> environment : List.of(Map.of("EDITOR", "false"), Map.of("EDITOR", "no-such-editor"),
				Map.of("PATH", this.directory.toString()), Map.<String, String>of())) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> new Editor(environment).open(file))
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.PROGRAM_FAILED))
				.withMessageContaining("VISUAL");
		}
	}

	private Project project(String... hooks) {
		return new Project(this.directory).with(RevisionFormat.SQL, "{rev}_{slug}", true, hooks);
	}

	private static Path script(Path file, String content) {
		try {
			Files.writeString(file, "#!/bin/sh\n" + content);
			return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
