package dev.migrator.sample.reactive;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packed application in a process of its own. Closing it kills it.
 */
final class ReactiveProcess implements AutoCloseable {

	/** The packed application. */
	static final Path JAR = Path.of(System.getProperty("sample.jar", "target/r2dbc/sample-app-0.1.0-SNAPSHOT.jar"))
		.toAbsolutePath();

	private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Process process;

	private final Path log;

	private ReactiveProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Start the application.
	 * @param directory its working directory
	 * @param environment what its environment has besides
	 * @param arguments its arguments
	 * @return the process, which has only just begun
	 */
	static ReactiveProcess start(Path directory, Map<String, String> environment, String... arguments) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", JAR.toString()));
		command.addAll(List.of(arguments));
		try {
			Path log = Files.createTempFile(directory, "process-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			builder.environment().keySet().removeAll(List.of("DATABASE_URL", "JAVA_TOOL_OPTIONS"));
			builder.environment().putAll(environment);
			return new ReactiveProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ask the application something, once it listens.
	 * @param path the path
	 * @return the answer
	 */
	String get(String path) {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	/**
	 * Send the application something, once it listens.
	 * @param path the path
	 * @param json what is sent
	 * @return the answer
	 */
	String post(String path, String json) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private URI uri(String path) {
		Matcher[] port = new Matcher[1];
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
			boolean alive = this.process.isAlive();
			port[0] = PORT.matcher(output());
			boolean listens = port[0].find();
			if (!listens && !alive) {
				throw new IllegalStateException("The application ended:%n%s".formatted(output()));
			}
			assertThat(listens).as(output()).isTrue();
		});
		return URI.create("http://localhost:%s%s".formatted(port[0].group(1), path));
	}

	private String send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(request.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as("%s%n%s", response.body(), output()).isIn(200, 201);
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

	/**
	 * Ask the application to stop, and wait until it did.
	 */
	void stop() {
		this.process.destroy();
		awaitExit();
	}

	/**
	 * Wait until the application has ended.
	 * @return its exit status
	 */
	int awaitExit() {
		try {
			assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
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
		this.process.destroyForcibly();
		awaitExit();
	}

}
