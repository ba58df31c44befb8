package dev.migrator.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A JVM of its own that measures something and prints the figures in its last line.
 */
final class FreshProcess {

	private FreshProcess() {
	}

	/**
	 * Run a class of the tests in a fresh JVM.
	 * @param main the class
	 * @param arguments its arguments
	 * @return the words of the last line that it printed
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if somebody wants to wait no longer
	 */
	static String[] run(Class<?> main, String... arguments) throws IOException, InterruptedException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> command = new ArrayList<>(List
			.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (InputStream output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(text).isZero();
			return text.lines().reduce((before, line) -> line).orElse("").split(" ", -1);
		}
	}

}
