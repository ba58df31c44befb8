package dev.migrator.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start on a database that is up to date, with a pool of one connection, which the
 * application and its migrations share.
 */
class SecondStartIT {

	private static final String POOL_OF_ONE = "--spring.datasource.hikari.maximum-pool-size=1";

	@TempDir
	private Path directory;

	@Test
	void onPostgresqlASecondStartAppliesNothing() {
		startTwice(Databases.postgresql());
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
