package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.heroes.Hero;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command in place of an application, in one JVM.
 */
class CommandRunListenerTests {

	private static final String UNIQUE = "spring.datasource.generate-unique-name=true";

	private final BeanRecorder recorder = new BeanRecorder();

	@ParameterizedTest
	@ValueSource(strings = { "spring.main.lazy-initialization=false", "spring.main.lazy-initialization=true" })
	void ofAnApplicationWithEverythingOnlyWhatTheCommandNeedsIsMade(String property) {
		CommandResult result = run(Everything.class, property, "migrator", "upgrade").done();

		assertThat(result.out()).endsWith("The database is at %s.%n".formatted(Applications.HEAD));
		assertThat(this.recorder.beans()).containsKeys("dataSource", "migrator")
			.doesNotContainKeys("migratorInitializer", "entityManagerFactory", "heroRepository", "jdbcClient",
					"tomcatServletWebServerFactory", "dispatcherServlet", "quartzScheduler", "taskScheduler",
					"commandRunListenerTests.Everything");
		assertThat(this.recorder.beans().values()).noneMatch(Everything.class::isInstance);
	}

	@Test
	void theDataSourceIsClosedAtTheEnd() {
		run(Small.class, UNIQUE, "migrator", "upgrade").done();
		assertThat(dataSource().isClosed()).isTrue();

		assertThat(run(Small.class, UNIQUE, "migrator", "check").status()).isOne();
		assertThat(dataSource().isClosed()).isTrue();
	}

	private HikariDataSource dataSource() {
		Object made = this.recorder.beans().get("dataSource");
		assertThat(made).isInstanceOf(HikariDataSource.class);
		return (HikariDataSource) Objects.requireNonNull(made);
	}

	@Test
	void noConnectionIsOpenedForWhatNeedsNone() {
		CommandResult result = run(Small.class, UNIQUE, "migrator", "history").done();
		assertThat(result.out()).containsSubsequence(Applications.HEAD, "1975ea83b712");
		assertThat(dataSource().getHikariPoolMXBean()).as("There is no pool").isNull();
	}

	@Test
	void helpCompletionAndWrongUsagePrepareNoApplication() {
		assertThat(run(Small.class, UNIQUE, "migrator", "upgrade", "--help").done().out())
			.startsWith("Usage: migrator upgrade ");
		assertThat(run(Small.class, UNIQUE, "migrator", "completion").done().out()).startsWith("#!/usr/bin/env bash");
		assertThat(run(Small.class, UNIQUE, "migrator", "--version").done().out()).startsWith("Migrator ");
		assertThat(run(Small.class, UNIQUE, "migrator", "uprade").status()).isEqualTo(2);
		assertThat(this.recorder.beans()).isEmpty();
	}

	@Test
	void theExitStatusTellsDoneFailedAndWrongUsage() {
		assertThat(run(Small.class, UNIQUE, "migrator", "current").status()).isZero();
		assertThat(run(Small.class, UNIQUE, "migrator", "current", "--check-heads").status()).isOne();
		assertThat(run(Small.class, UNIQUE, "migrator", "upgrade", "nosuch").status()).isOne();
		assertThat(run(Small.class, UNIQUE, "migrator", "downgrade").status()).isEqualTo(2);
	}

	@Test
	void whatOthersPrintIsKeptFromTheResults() {
		SpringApplication application = application(Small.class, UNIQUE);
		application.addInitializers((context) -> System.out.println("chatter"));
		CommandResult result = CommandResult.run(application, "migrator", "heads");
		assertThat(result.out()).isEqualTo("%s  (head)  Add the first hero%n".formatted(Applications.HEAD));
		assertThat(result.err()).isEqualTo("chatter%n".formatted());
	}

	@Test
	void devtoolsDoesNotStartTheApplicationAgain() {
		List<@Nullable String> restart = new ArrayList<>();
		SpringApplication application = application(Small.class, UNIQUE);
		application.addInitializers((context) -> restart.add(System.getProperty("spring.devtools.restart.enabled")));
		CommandResult.run(application, "migrator", "current").done();
		assertThat(restart).containsExactly("false");
	}

	@Test
	void otherArgumentsStartTheApplication() {
		for (String[] arguments : new String[][] { {}, { "--a=migrator" }, { "import", "migrator" } }) {
			try (ConfigurableApplicationContext context = application(Small.class, UNIQUE).run(arguments)) {
				assertThat(context.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
				assertThat(context.getBeanFactory().containsSingleton("migratorCommand")).isFalse();
			}
		}
		assertThat(System.getProperty("spring.devtools.restart.enabled")).isNull();
	}

	@Test
	void aParentWithTheMigratorRunsTheCommandAndNothingOfTheChildIsMade() {
		CommandResult.Exit exit = new CommandResult.Exit();
		CommandResult result = CommandResult.run(exit,
				() -> new SpringApplicationBuilder(Small.class).properties(UNIQUE)
					.addBootstrapRegistryInitializer(exit)
					.child(Everything.class)
					.addBootstrapRegistryInitializer(exit)
					.run("migrator", "heads"));
		assertThat(result.done().out()).startsWith(Applications.HEAD);
	}

	@Test
	void aChildWithTheMigratorRunsTheCommandOnTheDataSourceOfItsParentWhichIsClosedAtTheEnd() {
		CommandResult.Exit exit = new CommandResult.Exit();
		CommandResult result = CommandResult.run(exit,
				() -> new SpringApplicationBuilder(OnlyDataSource.class).properties(UNIQUE)
					.initializers(this.recorder)
					.addBootstrapRegistryInitializer(exit)
					.child(OnlyMigrator.class)
					.addBootstrapRegistryInitializer(exit)
					.run("migrator", "upgrade", "--json"));
		assertThat(result.done().json().at("/current/0").asString()).isEqualTo(Applications.HEAD);
		assertThat(dataSource().isClosed()).isTrue();
	}

	@Test
	void withoutAMigratorThatIsTheError() {
		assertThat(run(Empty.class, "a=b", "migrator", "current").error()).contains("The application has no migrator.",
				"spring.datasource.url");
		CommandResult.Exit exit = new CommandResult.Exit();
		assertThat(CommandResult
			.run(exit,
					() -> new SpringApplicationBuilder(Empty.class).addBootstrapRegistryInitializer(exit)
						.child(Empty.class)
						.addBootstrapRegistryInitializer(exit)
						.run("migrator", "current"))
			.error()).contains("The application has no migrator.");
	}

	@Test
	void ofSeveralMigratorsOneIsNamed() {
		assertThat(run(Two.class, "a=b", "migrator", "current").error()).contains("several migrators: first, second",
				"--database");
		assertThat(run(Two.class, "a=b", "migrator", "current", "-n", "second").done().out())
			.startsWith(Applications.HEAD);
		assertThat(run(Two.class, "a=b", "migrator", "current", "--name", "first").done().out()).isEmpty();
		assertThat(run(Two.class, "a=b", "migrator", "current", "-n", "third").error())
			.contains("There is no migrator 'third'", "first, second");
	}

	private CommandResult run(Class<?> source, String property, String... arguments) {
		return CommandResult.run(application(source, property), arguments);
	}

	private SpringApplication application(Class<?> source, String property) {
		return new SpringApplicationBuilder(source).web(WebApplicationType.NONE)
			.properties(property, UNIQUE)
			.initializers(this.recorder)
			.build();
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	static class OnlyDataSource {

	}

	@SpringBootConfiguration
	static class OnlyMigrator {

		@Bean
		Migrator migrator(DataSource dataSource) {
			return Migrator.builder().dataSource(dataSource).build();
		}

	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class Small {

	}

	@SpringBootConfiguration
	static class Empty {

	}

	@SpringBootConfiguration
	static class Two {

		@Bean
		Migrator first() {
			return Migrator.builder().dataSource(Databases.h2()).build();
		}

		@Bean
		Migrator second() {
			Migrator migrator = Migrator.builder().dataSource(Databases.h2()).build();
			migrator.upgrade();
			return migrator;
		}

	}

	/**
	 * All that Spring Boot configures for what the tests have on their class path, and
	 * beans of each kind that an application starts by itself.
	 */
	@EnableScheduling
	@EnableAutoConfiguration(exclude = R2dbcAutoConfiguration.class)
	@Configuration
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class Everything {

		@Bean
		ApplicationRunner applicationRunner() {
			throw made();
		}

		@Bean
		CommandLineRunner commandLineRunner() {
			throw made();
		}

		@Bean
		SmartLifecycle lifecycle() {
			throw made();
		}

		@Bean
		Runnable ordinaryBean() {
			throw made();
		}

		@Bean
		Ticker ticker() {
			throw made();
		}

		private static IllegalStateException made() {
			return new IllegalStateException("It must not be made");
		}

	}

	/** Would work at fixed times, and when the application has started. */
	static class Ticker {

		@Scheduled(fixedRate = 1)
		void tick() {
			throw new IllegalStateException("It must not tick");
		}

		@EventListener(ContextRefreshedEvent.class)
		void refreshed() {
			throw new IllegalStateException("The context must not be complete");
		}

	}

}
