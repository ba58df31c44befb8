package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packed application in a process of its own, on a port that is free. Closing it
 * kills it; what it wrote stands in each message of a failure.
 */
final class SampleProcess implements AutoCloseable {

	/** What every command line of the application begins with. */
	static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
			"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar",
			Path.of(System.getProperty("sample.jar", "target/sample-app-0.1.0-SNAPSHOT.jar"))
				.toAbsolutePath()
				.toString());

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Path log;

	private SampleProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Start the application as an image has it: extracted, and in a third of the time.
	 * @param directory its working directory
	 * @param database its database
	 * @param arguments more arguments
	 * @return the process, which has only just begun
	 */
	static SampleProcess start(Path directory, SampleDatabase database, String... arguments) {
		return start(ExtractedSample.JAVA, directory, database, arguments);
	}

	/**
	 * Start the application as the build makes it: one jar.
	 * @param directory its working directory
	 * @param database its database
	 * @param arguments more arguments
	 * @return the process, which has only just begun
	 */
	static SampleProcess startPacked(Path directory, SampleDatabase database, String... arguments) {
		return start(JAVA, directory, database, arguments);
	}

	/**
	 * Start the application as an IDE does: on a folder of classes, and with devtools.
	 * @param classes the folder
	 * @param directory its working directory
	 * @param database its database
	 * @param arguments more arguments
	 * @return the process, which has only just begun
	 */
	static SampleProcess startWithDevtools(Path classes, Path directory, SampleDatabase database, String... arguments) {
		return start(ExtractedSample.onClasses(classes), directory, database, arguments);
	}

	private static SampleProcess start(List<String> java, Path directory, SampleDatabase database,
			String... arguments) {
		List<String> command = new ArrayList<>(java);
		command.add("--server.port=0");
		command.addAll(database.arguments());
		command.addAll(List.of(arguments));
		try {
			Path log = Files.createTempFile(directory, "process-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			builder.environment().keySet().removeAll(List.of("DATABASE_URL", "JAVA_TOOL_OPTIONS"));
			builder.environment().putAll(database.environment());
			return new SampleProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Wait until the application answers that it is healthy.
	 * @return this
	 */
	SampleProcess awaitHealth() {
		int port = port();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			HttpResponse<String> response = get(port, "/actuator/health");
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		});
		return this;
	}

	/**
	 * Ask the application something that it answers with status 200.
	 * @param path the path
	 * @return the body
	 */
	String get(String path) {
		try {
			HttpResponse<String> response = get(port(), path);
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private int port() {
		awaitOutput(PORT);
		List<String> ports = ports();
		return Integer.parseInt(ports.get(ports.size() - 1));
	}

	/**
	 * Tell on which ports the application has listened.
	 * @return one, and one more for each restart within the process
	 */
	List<String> ports() {
		return PORT.matcher(output()).results().map((match) -> match.group(1)).toList();
	}

	private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Wait until the application has written a text.
	 * @param text the text
	 * @return this
	 */
	SampleProcess awaitOutput(String text) {
		awaitOutput(Pattern.compile(Pattern.quote(text)));
		return this;
	}

	private Matcher awaitOutput(Pattern pattern) {
		Matcher[] found = new Matcher[1];
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
			boolean alive = this.process.isAlive();
			found[0] = pattern.matcher(output());
			boolean matches = found[0].find();
			if (!matches && !alive) {
				throw new IllegalStateException(
						"The application ended without writing '%s':%n%s".formatted(pattern, output()));
			}
			assertThat(matches).as("'%s' in%n%s", pattern, output()).isTrue();
		});
		return found[0];
	}

	/**
	 * Wait until the application has ended by itself.
	 * @return its exit status
	 */
	int awaitExit() {
		try {
			boolean ended = this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			assertThat(ended).as("The application has ended:%n%s", output()).isTrue();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Kill the application, which has no chance to say good-bye, and wait for its end.
	 */
	void kill() {
		this.process.destroyForcibly();
		awaitExit();
	}

	/**
	 * Ask the application to stop, and wait until it did.
	 * @return its exit status
	 */
	int stop() {
		this.process.destroy();
		return awaitExit();
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

}
