package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.schema.Schema;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Revisions that are generated while the application's database is out of reach.
 */
class ScratchServerTests {

	private static final String NOWHERE = "--spring.datasource.url=jdbc:%s://localhost:1/heroes";

	private static final String SCRATCH = "--migrator.autogenerate.scratch-url=";

	@TempDir
	private Path revisions;

	private CommandResult run(List<String> properties, String... words) {
		List<String> arguments = new ArrayList<>(properties);
		arguments.add("--migrator.locations=file:" + this.revisions);
		arguments.add("--migrator.script.heads-file=false");
		arguments.add("migrator");
		arguments.addAll(List.of(words));
		return CommandResult.run(new SpringApplicationBuilder(Heroes.class).web(WebApplicationType.NONE).build(),
				arguments.toArray(String[]::new));
	}

	private void generateFromNothing(List<String> properties) throws IOException {
		run(properties, "revision", "--autogenerate", "--sql-file", "--from-revisions", "-m", "Add hero").done();
		try (Stream<Path> files = Files.list(this.revisions)) {
			assertThat(files).singleElement()
				.satisfies((file) -> assertThat(file).content().contains("create table hero ("));
		}
		assertThat(run(properties, "check", "--from-revisions").done().out())
			.contains("No new upgrade operations detected.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mariadb" })
	void anotherServerStandsIn(String product) throws IOException, SQLException {
		boolean postgresql = product.equals("postgresql");
		DataSource server = (postgresql) ? Databases.postgresql() : Databases.mariadb();
		try (Connection connection = server.getConnection()) {
			generateFromNothing(List.of(NOWHERE.formatted(product), SCRATCH + connection.getMetaData().getURL(),
					"--migrator.autogenerate.scratch-username=" + ((postgresql) ? "postgres" : "migrator"),
					"--migrator.autogenerate.scratch-password="));
		}
		String databases = (postgresql) ? "datname from pg_database" : "schema_name from information_schema.schemata";
		assertThat(JdbcClient.create(server).sql("select " + databases).query(String.class).list()).isNotEmpty()
			.noneMatch((name) -> name.startsWith("migrator_scratch"));
	}

	@Test
	void anEmbeddedPostgresqlStandsInAndSquashesAreProvenThere() throws IOException {
		List<String> properties = List.of(NOWHERE.formatted("postgresql"), SCRATCH + "embedded");
		generateFromNothing(properties);
		run(properties, "revision", "--sql-file", "-m", "Second").done();
		assertThat(run(properties, "squash", ":", "-m", "Begin").done().out()).contains("It replaces ");
	}

	@Test
	void anEmbeddedPostgresqlStandsInForNoOtherDatabase() {
		assertThat(run(List.of(NOWHERE.formatted("mariadb"), SCRATCH + "embedded"), "revision", "--autogenerate",
				"--from-revisions", "-m", "Add")
			.error()).contains(
					"The database speaks mariadb, and the server of migrator.autogenerate.scratch-url postgresql. Name a server of the same kind.");
	}

	@Test
	void aDatabaseThatRunsInMemoryNeedsNoServer() throws IOException {
		generateFromNothing(List.of("--spring.datasource.url=jdbc:h2:tcp://localhost:1/heroes", SCRATCH + "embedded"));
	}

	@Test
	void aServerThatDoesNotAnswerIsToldSo() {
		assertThat(run(List.of(NOWHERE.formatted("postgresql"), SCRATCH + "jdbc:postgresql://localhost:2/scratch"),
				"revision", "--autogenerate", "--from-revisions", "-m", "Add")
			.error()).contains("No scratch database can be created on the server", "localhost:2");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
			AutogenerateAutoConfiguration.class })
	static class Heroes {

		@Bean
		Schema heroes() {
			return DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
				t.column("id", integer()).primaryKey();
				t.column("name", varchar(20)).defaultExpression("upper('x')");
				t.check("name in ('a', 'b')");
			}));
		}

	}

}
