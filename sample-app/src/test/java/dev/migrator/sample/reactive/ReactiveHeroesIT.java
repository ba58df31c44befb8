package dev.migrator.sample.reactive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

import com.jayway.jsonpath.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packed application without JDBC: it migrates, serves heroes and is its own command
 * line.
 */
class ReactiveHeroesIT {

	private static final String HEAD = "019999a2bbda";

	@TempDir
	Path directory = Path.of("");

	@Test
	void nothingOfJdbcIsPacked() throws IOException {
		try (JarFile jar = new JarFile(ReactiveProcess.JAR.toFile())) {
			List<String> libraries = jar.stream()
				.map((entry) -> entry.getName().substring(entry.getName().lastIndexOf('/') + 1))
				.filter((name) -> name.endsWith(".jar"))
				.toList();
			assertThat(libraries).anyMatch((name) -> name.startsWith("migrator-core"))
				.noneMatch((name) -> name
					.matches("(spring-jdbc|spring-boot-jdbc|HikariCP|postgresql|hibernate-core)-\\d.*"));
		}
	}

	@Test
	void heroesAreServedFromTheUpgradedDatabase() {
		try (ReactiveProcess application = ReactiveProcess.start(this.directory, Map.of(), "--server.port=0")) {
			String team = application.post("/teams", "{\"name\": \"Preventers\", \"headquarters\": \"Sharp Tower\"}");
			String hero = application.post("/heroes", """
					{"heroName": "Rusty-Man", "secretName": "Tommy Sharp", "powerLevel": 7, "teamId": %d}"""
				.formatted(JsonPath.<Integer>read(team, "$.id")));
			assertThat(JsonPath.<String>read(hero, "$.team.name")).isEqualTo("Preventers");
			assertThat(JsonPath.<List<String>>read(application.get("/heroes?name=Rusty-Man"), "$[*].secretName"))
				.containsExactly("Tommy Sharp");

			String migrations = application.get("/actuator/migrations");
			Map<String, Object> migrator = JsonPath.read(migrations, "$.contexts.heroes.migrators.migrator");
			assertThat(migrator).containsEntry("state", "up-to-date").containsEntry("current", List.of(HEAD));
			assertThat(JsonPath.<String>read(migrations, "$.contexts.heroes.migrators.migrator.database.url"))
				.startsWith("r2dbc:h2:file:");
			assertThat(application.get("/actuator/health")).contains("UP");
			assertThat(application.output()).contains("6 revisions applied").doesNotContain("WARN", "ERROR");
			application.stop();
		}
		assertThat(command(Map.of(), "current")).startsWith(HEAD);
		assertThat(command(Map.of(), "check")).contains("The database has all revisions");
	}

	@Test
	void itIsItsOwnCommandLineOnPostgresqlToo() throws IOException {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
			Map<String, String> environment = Map.of("SPRING_PROFILES_ACTIVE", "postgres", "DATABASE_URL",
					"postgresql://postgres@localhost:%d/postgres".formatted(server.getPort()));
			assertThat(command(environment, "upgrade")).contains("The database is at " + HEAD);
			assertThat(command(environment, "history", "-i")).contains(HEAD, "Add hero table");
			assertThat(command(environment, "downgrade", "base")).contains("The database is at <base>");
		}
	}

	private String command(Map<String, String> environment, String... words) {
		String[] arguments = new String[words.length + 1];
		arguments[0] = "migrator";
		System.arraycopy(words, 0, arguments, 1, words.length);
		try (ReactiveProcess command = ReactiveProcess.start(this.directory, environment, arguments)) {
			assertThat(command.awaitExit()).as(command.output()).isZero();
			return command.output();
		}
	}

}
