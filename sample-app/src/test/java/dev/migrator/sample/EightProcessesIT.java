package dev.migrator.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A deployment that starts many processes of the application at once.
 */
class EightProcessesIT {

	@Test
	void eightThatStartOnAnEmptyDatabaseAllComeUpAndApplyEachRevisionOnce(@TempDir Path directory) {
		SampleDatabase database = Databases.postgresql();
		List<SampleProcess> processes = new ArrayList<>();
		try {
			for (int i = 0; i < 8; i++) {
				processes
					.add(SampleProcess.start(directory, database, "--spring.datasource.hikari.maximum-pool-size=2"));
			}
			processes.forEach(SampleProcess::awaitHealth);
			assertThat(database.history()).isEqualTo(done(Databases.REVISIONS));
			assertThat(database.versions()).containsExactly(Databases.HEAD);
			for (String revision : Databases.REVISIONS) {
				assertThat(processes).as("The processes that applied %s", revision)
					.filteredOn((process) -> process.output().contains("-> " + revision))
					.hasSize(1);
			}
		}
		finally {
			processes.forEach(SampleProcess::close);
		}
	}

	private static List<String> done(List<String> revisions) {
		return revisions.stream().map((revision) -> revision + " done").toList();
	}

}
