package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A command in a terminal, which {@code script} of util-linux plays.
 */
class TerminalIT {

	private static final String ESCAPE = "\033[";

	@TempDir
	private Path directory;

	@Test
	void inATerminalThereAreColoursAndABarAndElsewhereNot() throws IOException, InterruptedException {
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, Databases.h2(this.directory))
			.packed();
		assertThat(application.run("history").out()).doesNotContain(ESCAPE);
		assumeThat(Path.of("/usr/bin/script")).exists();
		String upgrade = inTerminal(application, "upgrade");
		assertThat(upgrade).contains("3/6", "Applied 019999a2bbda").contains("\r" + ESCAPE + "K[====");
		assertThat(inTerminal(application, "history")).contains(ESCAPE + "33m019999a2bbda");
		assertThat(inTerminal(application.with("NO_COLOR", "1"), "history")).doesNotContain(ESCAPE);
	}

	private String inTerminal(CommandProcess.Setting application, String... words)
			throws IOException, InterruptedException {
		String command = application.command(words)
			.stream()
			.map((word) -> "'" + word + "'")
			.collect(Collectors.joining(" "));
		Path output = Files.createTempFile(this.directory, "terminal", ".out");
		ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null")
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		application.prepare(builder.environment());
		builder.environment().put("TERM", "xterm");
		assertThat(builder.start().waitFor()).as(() -> read(output)).isZero();
		return read(output);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
