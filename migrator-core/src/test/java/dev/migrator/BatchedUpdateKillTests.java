package dev.migrator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.migrator.test.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process that is killed in the middle of an update in batches: the next one goes on.
 */
class BatchedUpdateKillTests {

	private static final int ROWS = 20_000;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "sqlite", "h2" })
	void eachRowIsUpdatedOnceThoughTheProcessIsKilledTwice(String product) throws Exception {
		String place = place(product);
		fill(BatchingProcess.database(place));
		boolean stopped = killInTheMiddle(place);
		stopped |= killInTheMiddle(place);
		assertThat(stopped || product.equals("h2")).as("killed before it was done").isTrue();
		DataSource database = BatchingProcess.database(place);
		// The server takes a moment to see that its client is gone.
		await().atMost(Duration.ofSeconds(90))
			.ignoreExceptions()
			.until(() -> BatchingProcess.migrator(database).upgrade().current().contains("walks"));
		assertThat(JdbcClient.create(database)
			.sql("select count(*) from hero where power_level = id + 1")
			.query(Long.class)
			.single()).isEqualTo(ROWS);
		assertThat(BatchingProcess.migrator(database).status().pending()).isEmpty();
	}

	private String place(String product) {
		return switch (product) {
			case "postgresql" -> ((PGSimpleDataSource) Databases.postgresql()).getUrl();
			case "sqlite" -> this.folder.resolve("heroes.db").toString();
			default -> this.folder.resolve("heroes").toString();
		};
	}

	private static void fill(DataSource database) {
		JdbcClient client = JdbcClient.create(database);
		client.sql("create table hero (id integer primary key, power_level integer)").update();
		for (int from = 1; from <= ROWS; from += 1_000) {
			String rows = String.join(", ",
					IntStream.range(from, from + 1_000).mapToObj("(%1$d, %1$d)"::formatted).toList());
			client.sql("insert into hero values " + rows).update();
		}
	}

	// H2 in a file cannot be looked into from outside meanwhile.
	private static boolean killInTheMiddle(String place) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				BatchingProcess.class.getName(), place)
			.redirectErrorStream(true)
			.start();
		Thread reader = new Thread(() -> discard(process));
		reader.start();
		try {
			if (place.endsWith("heroes")) {
				Thread.sleep(Duration.ofMillis(1_500).toMillis());
			}
			else {
				long before = updated(place);
				await().atMost(Duration.ofSeconds(90))
					.pollInterval(Duration.ofMillis(5))
					.ignoreExceptions()
					.until(() -> updated(place) > before || !process.isAlive());
			}
			return process.isAlive();
		}
		finally {
			process.destroyForcibly();
			process.waitFor();
			reader.join();
		}
	}

	private static void discard(Process process) {
		try {
			process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// It was killed.
		}
	}

	private static long updated(String place) {
		return JdbcClient.create(BatchingProcess.database(place))
			.sql("select count(*) from hero where power_level = id + 1")
			.query(Long.class)
			.single();
	}

}
