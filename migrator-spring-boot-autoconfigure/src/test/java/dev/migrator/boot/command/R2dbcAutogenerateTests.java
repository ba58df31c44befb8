package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.reactive.Hero;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.boot.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
 * {@code revision --autogenerate} of an application that has a connection factory and no
 * data source.
 */
class R2dbcAutogenerateTests {

	@TempDir
	private Path revisions;

	@ParameterizedTest
	@EnumSource
	void aggregatesBecomeARevisionAndTheRevisionTheDatabase(TestDatabase database) throws IOException {
		String url = (database == TestDatabase.H2)
				? "r2dbc:h2:mem:///%s?options=DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())
				: "r2dbc:postgresql://postgres@" + PostgresqlDatabase.create().place();
		run(url, "revision", "--autogenerate", "--sql-file", "--rev-id", "abcdefabcdef", "-m", "Add heroes").done();
		assertThat(Files.readString(this.revisions.resolve("abcdefabcdef_add_heroes.sql"))).contains("create table ",
				"drop table ");
		assertThat(run(url, "check").error()).contains("1 revision is pending");
		run(url, "upgrade").done();
		assertThat(run(url, "check").done().out()).contains("No new upgrade operations detected.");
		assertThat(run(url, "revision", "--autogenerate", "--sql-file", "-m", "Once more").done().out())
			.contains("nothing is written");
		run(url, "downgrade", "base").done();
	}

	@Test
	void anotherServerStandsInForOneOutOfReach() {
		String nowhere = "r2dbc:postgresql://postgres@localhost:1/heroes";
		String scratch = "--migrator.autogenerate.scratch-url=jdbc:postgresql://" + PostgresqlDatabase.create().place();
		assertThat(run(nowhere, "revision", "--autogenerate", "--sql-file", "--from-revisions", scratch, "-m", "Add")
			.done()
			.out()).contains("Wrote ");
		run(nowhere, "check", "--from-revisions", scratch).done();
		assertThat(run(nowhere, "check", "--from-revisions", "--migrator.autogenerate.scratch-url=embedded").error())
			.contains(
					"Over R2DBC the server of migrator.autogenerate.scratch-url is reached as the user of the application.");
	}

	private CommandResult run(String url, String... words) {
		List<String> arguments = new ArrayList<>(List.of("migrator"));
		arguments.addAll(List.of(words));
		return CommandResult.run(new SpringApplicationBuilder(Reactive.class).web(WebApplicationType.NONE)
			.properties("spring.r2dbc.url=" + url, "migrator.locations=file:" + this.revisions)
			.build(), arguments.toArray(String[]::new));
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ R2dbcAutoConfiguration.class, DataR2dbcAutoConfiguration.class,
			DataR2dbcRepositoriesAutoConfiguration.class, MigratorAutoConfiguration.class,
			AutogenerateAutoConfiguration.class })
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class Reactive {

	}

}
