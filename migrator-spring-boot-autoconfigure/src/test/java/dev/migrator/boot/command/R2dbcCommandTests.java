package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.autoconfigure.R2dbcDatabaseUrlAutoConfiguration;
import dev.migrator.boot.reactive.Hero;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.boot.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcRepositoriesAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands of an application that has a connection factory and no data source.
 */
@ParameterizedClass
@EnumSource
class R2dbcCommandTests {

	@Parameter
	TestDatabase database = TestDatabase.H2;

	private final BeanRecorder recorder = new BeanRecorder();

	private String url = "";

	private String locations = "classpath:db/migrations";

	@BeforeEach
	void createDatabase() {
		this.url = (this.database == TestDatabase.H2)
				? "r2dbc:h2:mem:///%s?options=DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())
				: "r2dbc:postgresql://postgres@" + PostgresqlDatabase.create().place();
	}

	@Test
	void theDatabaseGoesUpAndDown() {
		assertThat(run("check").error()).contains("2 revisions are pending");
		assertThat(run("upgrade", "--plan").done().out()).contains("1975ea83b712", Applications.HEAD);
		assertThat(run("upgrade").done().out()).endsWith("The database is at %s.%n".formatted(Applications.HEAD));
		assertThat(run("current").done().out()).startsWith(Applications.HEAD);
		assertThat(run("history", "-i").done().out()).contains("1975ea83b712", Applications.HEAD);
		assertThat(run("check").done().out()).contains("has all revisions");
		assertThat(run("downgrade", "base").done().out()).contains("The database is at <base>");
		assertThat(run("stamp", "head").done().status()).isZero();
		assertThat(run("current").done().out()).startsWith(Applications.HEAD);
	}

	@Test
	void onlyWhatTheCommandNeedsIsMade() {
		run("upgrade").done();
		assertThat(this.recorder.beans()).containsKeys("connectionFactory", "migrator")
			.doesNotContainKeys("migratorInitializer", "r2dbcDatabaseClient", "r2dbcEntityTemplate",
					"reactiveHeroRepository");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "stamp" })
	void aScriptIsWrittenInTheLanguageOfTheDatabase(String command) {
		assertThat(run(command, "head", "--sql").done().out()).contains("migrator_version", Applications.HEAD);
		assertThat(run("current").done().out()).isEmpty();
	}

	@Test
	void aRehearsalChangesNothing() {
		CommandResult result = run("upgrade", "--dry-run");
		if (this.database == TestDatabase.POSTGRESQL) {
			assertThat(result.done().out()).contains("create table");
		}
		else {
			assertThat(result.error()).contains("Nothing can be rehearsed on h2");
		}
		assertThat(run("current").done().out()).isEmpty();
	}

	@Test
	void aSquashIsProvenOverR2dbcToo(@TempDir Path folder) throws IOException {
		Path revisions = Files.createDirectories(folder.resolve("db/migrations"));
		Files.writeString(revisions.resolve("aaa1_add_hero.sql"), """
				-- revision: aaa1
				-- message: Add hero
				-- migrator:upgrade
				create table hero (id integer primary key);
				-- migrator:downgrade
				drop table hero;
				""");
		Files.writeString(revisions.resolve("bbb2_add_name.sql"), """
				-- revision: bbb2
				-- down-revision: aaa1
				-- message: Add name
				-- migrator:upgrade
				alter table hero add column name varchar(40);
				-- migrator:downgrade
				alter table hero drop column name;
				""");
		this.locations = "file:" + revisions;
		assertThat(run("squash", ":", "-m", "Add heroes", "--rev-id", "ccc3").done().out())
			.contains("on scratch databases both made the same schema");
		assertThat(revisions.resolve("ccc3_add_heroes.sql")).content().contains("-- replaces: aaa1, bbb2");
		assertThat(run("upgrade").done().out()).contains("The database is at ccc3");
	}

	private CommandResult run(String... arguments) {
		return CommandResult.run(new SpringApplicationBuilder(Reactive.class).web(WebApplicationType.NONE)
			.properties("spring.r2dbc.url=" + this.url, "migrator.locations=" + this.locations)
			.initializers(this.recorder)
			.build(), Stream.concat(Stream.of("migrator"), Stream.of(arguments)).toArray(String[]::new));
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ R2dbcDatabaseUrlAutoConfiguration.class, R2dbcAutoConfiguration.class,
			DataR2dbcAutoConfiguration.class, DataR2dbcRepositoriesAutoConfiguration.class,
			MigratorAutoConfiguration.class })
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class Reactive {

	}

}
