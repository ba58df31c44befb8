package dev.migrator.boot.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties of an application while a command runs.
 */
class CommandEnvironmentTests {

	@Test
	void optionsOfTheCommandAreNoProperties() {
		ConfigurableEnvironment environment = prepare("migrator", "upgrade", "--sql", "--name=x", "--tag=debug");
		for (String name : new String[] { "sql", "name", "tag", "nonOptionArgs" }) {
			assertThat(environment.getProperty(name)).as(name).isNull();
		}
	}

	@Test
	void optionsOfTheApplicationAre() {
		ConfigurableEnvironment environment = prepare("--debug", "migrator", "current",
				"--spring.profiles.active=test,other", "--server.port=4711", "--logging.level.root=INFO",
				"--spring.main.banner-mode=console");
		assertThat(environment.getActiveProfiles()).containsExactly("test", "other");
		assertThat(environment.getProperty("server.port")).isEqualTo("4711");
		assertThat(environment.getProperty("debug")).isEmpty();
		assertThat(environment.getProperty("logging.level.root")).isEqualTo("INFO");
		assertThat(environment.getProperty("spring.main.banner-mode")).isEqualTo("console");
	}

	@Test
	void nobodyElseListensSpeaksOrTouchesTheSchema() {
		ConfigurableEnvironment environment = prepare("migrator", "current");
		assertThat(environment.getProperty("migrator.command-mode", Boolean.class)).isTrue();
		assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
		assertThat(environment.getProperty("spring.main.keep-alive")).isEqualTo("false");
		assertThat(environment.getProperty("spring.main.banner-mode")).isEqualTo("off");
		assertThat(environment.getProperty("spring.main.log-startup-info")).isEqualTo("false");
		assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("none");
		assertThat(environment.getProperty("spring.sql.init.mode")).isEqualTo("never");
		assertThat(environment.getProperty("logging.level.root")).isEqualTo("WARN");
	}

	@Test
	void whatTheApplicationsFilesAndVariablesSayOfThatDoesNotCount() {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("application", Map.of("spring.jpa.hibernate.ddl-auto", "create-drop",
					"spring.main.web-application-type", "servlet", "spring.application.name", "heroes")));
		new CommandEnvironment(parse("migrator", "current")).prepare(environment);
		assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("none");
		assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
		assertThat(environment.getProperty("spring.application.name")).isEqualTo("heroes");
	}

	@Test
	void valuesForPlaceholdersComeBeforeThoseOfTheConfiguration() {
		ConfigurableEnvironment environment = prepare("migrator", "-x", "schema=one", "upgrade", "-x", "owner=a=b",
				"-x", "empty");
		assertThat(environment.getProperty("migrator.placeholders.schema")).isEqualTo("one");
		assertThat(environment.getProperty("migrator.placeholders.owner")).isEqualTo("a=b");
		assertThat(environment.getProperty("migrator.placeholders.empty")).isEmpty();
	}

	private static ConfigurableEnvironment prepare(String... arguments) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		new CommandEnvironment(parse(arguments)).prepare(environment);
		return environment;
	}

	private static CommandRun parse(String... arguments) {
		PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
		CommandRun run = CommandRun.parse(CommandArguments.of(arguments).orElseThrow(),
				new Console(nowhere, nowhere, Ansi.OFF, StandardCharsets.UTF_8));
		assertThat(run.status()).as("There is a command to run").isNull();
		return run;
	}

}
