package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command of the packed application, run to its end in a process of its own.
 *
 * @param command what was run
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandProcess(List<String> command, int status, String out, String err) {

	private static final long PATIENCE = 90;

	/**
	 * What a command is run on.
	 *
	 * @param directory its working directory
	 * @param database the application's database
	 * @param properties arguments that set properties of the application
	 * @param environment more environment variables
	 * @param java what the command line begins with: the extracted application by default
	 */
	record Setting(Path directory, SampleDatabase database, List<String> properties, Map<String, String> environment,
			List<String> java) {

		Setting(Path directory, SampleDatabase database, String... properties) {
			this(directory, database, List.of(properties), Map.of(), ExtractedSample.JAVA);
		}

		Setting with(String variable, String value) {
			Map<String, String> more = new LinkedHashMap<>(this.environment);
			more.put(variable, value);
			return new Setting(this.directory, this.database, this.properties, more, this.java);
		}

		/**
		 * Take the packed application as the build makes it.
		 * @return the same with the jar
		 */
		Setting packed() {
			return new Setting(this.directory, this.database, this.properties, this.environment, SampleProcess.JAVA);
		}

		/**
		 * Run a command.
		 * @param words the command and its arguments
		 * @return how it ended
		 */
		CommandProcess run(String... words) {
			List<String> command = command(words);
			try {
				Path out = Files.createTempFile("command-", ".out");
				Path err = Files.createTempFile("command-", ".err");
				ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
					.redirectOutput(out.toFile())
					.redirectError(err.toFile());
				prepare(builder.environment());
				Process process = builder.start();
				process.getOutputStream().close();
				if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
					process.destroyForcibly().waitFor();
					throw new AssertionError("%s does not end:%n%s%n%s".formatted(command, Files.readString(out),
							Files.readString(err)));
				}
				CommandProcess ended = new CommandProcess(List.of(words), process.exitValue(), Files.readString(out),
						Files.readString(err));
				Files.delete(out);
				Files.delete(err);
				return ended;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		/**
		 * Return the whole command line.
		 * @param words the command and its arguments
		 * @return the program and its arguments
		 */
		List<String> command(String... words) {
			List<String> command = new ArrayList<>(this.java);
			command.addAll(this.database.arguments());
			command.addAll(this.properties);
			command.add("migrator");
			command.addAll(List.of(words));
			return command;
		}

		void prepare(Map<String, String> variables) {
			variables.keySet()
				.removeAll(
						List.of("DATABASE_URL", "JAVA_TOOL_OPTIONS", "EDITOR", "VISUAL", "NO_COLOR", "CLICOLOR_FORCE"));
			variables.put("LC_ALL", "C.UTF-8");
			variables.putAll(this.database.environment());
			variables.putAll(this.environment);
		}

	}

	/**
	 * Make sure that the command was done and wrote nothing but its results.
	 * @param lines the results, in which {@code (N ms)} stands for any time
	 * @return this
	 */
	CommandProcess printed(String... lines) {
		assertThat(this.err).as("Standard error of %s", this.command).isEmpty();
		assertThat(lines()).as("Standard output of %s", this.command).containsExactly(lines);
		assertThat(this.status).as("Exit status of %s", this.command).isZero();
		return this;
	}

	/**
	 * Make sure that the command failed with one line, and wrote no results.
	 * @param error what stands in the line
	 */
	void failed(String... error) {
		assertThat(this.out).as("Standard output of %s", this.command).isEmpty();
		assertThat(this.err.lines()).as("Standard error of %s", this.command)
			.singleElement()
			.asString()
			.startsWith("error: ")
			.contains(error);
		assertThat(this.status).as("Exit status of %s", this.command).isOne();
	}

	/**
	 * Make sure that the command was refused for its words.
	 * @param lines what was said about them
	 */
	void refused(String... lines) {
		assertThat(this.out).as("Standard output of %s", this.command).isEmpty();
		assertThat(this.err.lines()).as("Standard error of %s", this.command).containsExactly(lines);
		assertThat(this.status).as("Exit status of %s", this.command).isEqualTo(2);
	}

	/**
	 * Return the results.
	 * @return the lines, in which {@code (N ms)} stands for any time
	 */
	List<String> lines() {
		return this.out.lines().map((line) -> line.replaceAll("\\d+ ms", "N ms")).toList();
	}

}
