package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command in a terminal, which {@code script} of util-linux plays.
 */
final class TerminalProcess {

	/** What plays the terminal, where it is installed. */
	static final Path SCRIPT = Path.of("/usr/bin/script");

	private TerminalProcess() {
	}

	/**
	 * Run a command that succeeds.
	 * @param application what it is run on
	 * @param input what somebody types
	 * @param words the command and its arguments
	 * @return what the terminal shows
	 */
	static String run(CommandProcess.Setting application, String input, String... words) {
		String command = application.command(words)
			.stream()
			.map((word) -> "'" + word + "'")
			.collect(Collectors.joining(" "));
		try {
			Path typed = Files.writeString(Files.createTempFile("terminal", ".in"), input);
			Path shown = Files.createTempFile("terminal", ".out");
			ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null")
				.directory(application.directory().toFile())
				.redirectErrorStream(true)
				.redirectInput(typed.toFile())
				.redirectOutput(shown.toFile());
			application.prepare(builder.environment());
			builder.environment().put("TERM", "xterm");
			int status = builder.start().waitFor();
			String output = Files.readString(shown);
			Files.delete(typed);
			Files.delete(shown);
			assertThat(status).as(output).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
