package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start on a database that is up to date, with a pool of one connection, which the
 * application and its migrations share. The URL of PostgreSQL stands in a file, as people
 * have it while they develop.
 */
class SecondStartIT {

	private static final String POOL_OF_ONE = "--spring.datasource.hikari.maximum-pool-size=1";

	@TempDir
	private Path directory;

	@Test
	void onPostgresqlASecondStartAppliesNothing() throws IOException {
		SampleDatabase database = Databases.postgresql();
		Files.writeString(this.directory.resolve(".env"), "DATABASE_URL=" + database.environment().get("DATABASE_URL"));
		startTwice(new SampleDatabase(database.dataSource(), database.arguments(), Map.of()));
	}

	@Test
	void onH2ASecondStartAppliesNothing() {
		startTwice(Databases.h2(this.directory));
	}

	private void startTwice(SampleDatabase database) {
		String first = startAndStop(database);
		assertThat(first).contains("6 revisions applied");
		List<Map<String, Object>> history = history(database);
		assertThat(history).hasSize(6);
		String second = startAndStop(database);
		assertThat(second).doesNotContain("Upgraded").doesNotContain("applied");
		assertThat(history(database)).isEqualTo(history);
		assertThat(database.versions()).containsExactly(Databases.HEAD);
	}

	private String startAndStop(SampleDatabase database) {
		try (SampleProcess process = SampleProcess.start(this.directory, database, POOL_OF_ONE)) {
			process.awaitHealth().stop();
			return process.output();
		}
	}

	private static List<Map<String, Object>> history(SampleDatabase database) {
		return database.jdbc().sql("select * from migrator_history order by sequence").query().listOfRows();
	}

}
