package dev.migrator.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

import dev.migrator.sample.CommandProcess.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packed application with what {@code process-aot} made of it.
 */
class AotIT {

	@TempDir
	private Path directory;

	@Test
	void theApplicationAndItsCommandsStartWithoutLookingForRevisions() throws IOException {
		assertThat(index().lines().map(String::strip)).hasSize(1 + Databases.REVISIONS.size())
			.startsWith("location classpath*:db/migrations")
			.contains("db/migrations/Rd569a505f7e7_AddHeroTable.class",
					"db/migrations/019999a2bbda_set_missing_power_levels.sql");
		SampleDatabase plain = Databases.h2(this.directory);
		SampleDatabase database = new SampleDatabase(plain.dataSource(), plain.arguments(),
				Map.of("JAVA_TOOL_OPTIONS", "-Dspring.aot.enabled=true"));

		try (SampleProcess process = SampleProcess.start(this.directory, database)) {
			process.awaitHealth();
			assertThat(process.output()).contains("Starting AOT-processed HeroesApplication", "6 revisions applied");
			assertThat(process.get("/actuator/migrations")).contains("\"state\":\"up-to-date\"");
			process.stop();
		}
		CommandProcess current = new Setting(this.directory, database).run("current");
		assertThat(current.status()).as(current.err()).isZero();
		assertThat(current.out()).startsWith(Databases.HEAD);
	}

	private static String index() throws IOException {
		List<String> java = SampleProcess.JAVA;
		try (JarFile jar = new JarFile(java.get(java.size() - 1))) {
			byte[] content = jar.getInputStream(jar.getEntry("META-INF/migrator/revisions.index")).readAllBytes();
			return new String(content, StandardCharsets.UTF_8);
		}
	}

}
