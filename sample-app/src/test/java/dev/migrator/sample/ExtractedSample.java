package dev.migrator.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packed application as an image has it: extracted by its own tool, and with an
 * archive of its classes. It starts in a fraction of the time, so the many processes of
 * the tests run on it; it is made once a run.
 */
final class ExtractedSample {

	/** What every command line begins with. */
	static final List<String> JAVA = extract();

	private ExtractedSample() {
	}

	private static List<String> extract() {
		Path jar = Path.of(SampleProcess.JAVA.get(SampleProcess.JAVA.size() - 1));
		Path directory = jar.resolveSibling("extracted");
		Path archive = directory.resolve("app.jsa");
		run(command(jar, "-Djarmode=tools"), "extract", "--force", "--destination", directory.toString());
		Path extracted = directory.resolve(jar.getFileName());
		delete(archive);
		run(command(extracted, "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"),
				"--server.port=0", "--spring.datasource.url=jdbc:h2:mem:archive");
		assertThat(archive).isNotEmptyFile();
		return command(extracted, "-XX:SharedArchiveFile=" + archive);
	}

	/**
	 * Return what a command line begins with that runs a folder of classes with devtools.
	 * @param classes the folder
	 * @return the program and its first arguments
	 */
	static List<String> onClasses(Path classes) {
		Path extracted = Path.of(JAVA.get(JAVA.size() - 1));
		String classPath = String.join(File.pathSeparator, classes.toString(),
				extracted.resolveSibling("lib").resolve("*").toString(), System.getProperty("sample.devtools"));
		List<String> command = new ArrayList<>(SampleProcess.JAVA.subList(0, SampleProcess.JAVA.indexOf("-jar")));
		command.addAll(List.of("-cp", classPath, HeroesApplication.class.getName()));
		return command;
	}

	private static List<String> command(Path jar, String... options) {
		List<String> command = new ArrayList<>(SampleProcess.JAVA);
		command.set(command.size() - 1, jar.toString());
		command.addAll(1, List.of(options));
		return List.copyOf(command);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(List<String> java, String... arguments) {
		List<String> command = new ArrayList<>(java);
		command.addAll(List.of(arguments));
		try {
			Path log = Files.createTempFile("extract-", ".log");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			boolean ended = process.waitFor(90, TimeUnit.SECONDS);
			assertThat(ended && process.exitValue() == 0).as("%s:%n%s", command, Files.readString(log)).isTrue();
			Files.delete(log);
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
