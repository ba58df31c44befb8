package dev.migrator.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.OnStartup;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.TestDatabase;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.MigrationListener;
import dev.migrator.revision.Step;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigratorAutoConfiguration}.
 */
class MigratorAutoConfigurationTests {

	private final ApplicationContextRunner bare = Applications.bare();

	private final ApplicationContextRunner runner = Applications.embedded();

	@Test
	void upgradesTheDatabaseOfTheApplication() {
		this.runner.run((context) -> {
			assertThat(heroes(context)).isEqualTo(1);
			assertThat(context.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
		});
	}

	@Test
	void backsOffWithoutADatabase() {
		this.bare.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MigratorAutoConfiguration.class));
	}

	@Test
	void backsOffWhenItIsDisabled() {
		this.runner.withPropertyValues("migrator.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Migrator.class)
				.doesNotHaveBean(MigratorInitializer.class));
	}

	@Test
	void upgradesWithTheMigratorOfTheApplication() {
		this.runner
			.withBean("own", Migrator.class,
					() -> Migrator.builder().dataSource(Databases.h2()).versionTable("own_version").build())
			.run((context) -> {
				assertThat(context).getBeans(Migrator.class).containsOnlyKeys("own");
				assertThat(context.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
			});
	}

	@Test
	void upgradesSeveralDatabasesEachWithItsMigrator() {
		DataSource first = Databases.h2();
		DataSource second = Databases.postgresql();
		this.bare.withBean("first", Migrator.class, () -> Migrator.builder().dataSource(first).build())
			.withBean("second", Migrator.class, () -> Migrator.builder().dataSource(second).build())
			.run((context) -> {
				assertThat(heroes(first)).isEqualTo(1);
				assertThat(heroes(second)).isEqualTo(1);
			});
	}

	@Test
	void backsOffWhenThereIsAnInitializer() {
		MigratorInitializer own = new MigratorInitializer(List.of(), OnStartup.NONE, new MockEnvironment());
		this.runner.withBean(MigratorInitializer.class, () -> own)
			.run((context) -> assertThat(context.getBean(MigratorInitializer.class)).isSameAs(own));
	}

	@Test
	void doesNothingAtStartupIfToldSo() {
		this.runner.withPropertyValues("migrator.on-startup=none")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().current()).isEmpty());
	}

	@Test
	void doesNothingInCommandMode() {
		this.runner.withPropertyValues("migrator.command-mode=true")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().current()).isEmpty());
	}

	@Test
	void aCheckFailsTheStartWhileRevisionsArePending() {
		this.runner.withPropertyValues("migrator.on-startup=check")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MigratorException.class)
				.hasMessageContaining("1975ea83b712, " + Applications.HEAD)
				.extracting("category")
				.isEqualTo(ErrorCategory.PENDING_REVISIONS));
	}

	@Test
	void aCheckLetsAMigratedDatabasePass() {
		DataSource database = Databases.h2();
		Migrator.builder().dataSource(database).build().upgrade();
		this.bare.withBean(DataSource.class, () -> database)
			.withPropertyValues("migrator.on-startup=check")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aCheckAsksForNoMoreThanTheTarget() {
		DataSource database = Databases.h2();
		Migrator.builder().dataSource(database).build().upgrade("1975");
		this.bare.withBean(DataSource.class, () -> database)
			.withPropertyValues("migrator.on-startup=check", "migrator.target=1975ea83b712")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aStrategyTakesThePlaceOfTheStartup() {
		this.runner.withPropertyValues("migrator.on-startup=none")
			.withBean(MigrationStrategy.class, () -> (migrator) -> migrator.upgrade("+1"))
			.run((context) -> assertThat(context.getBean(Migrator.class).status().current())
				.containsExactly("1975ea83b712"));
	}

	@Test
	void customizersAreCalledInTheirOrderAfterTheProperties() {
		this.runner.withUserConfiguration(CustomizersConfiguration.class)
			.withPropertyValues("migrator.target=heads")
			.run((context) -> {
				assertThat(context.getBean(CustomizersConfiguration.class).calls).containsExactly("first", "second");
				assertThat(context.getBean(Migrator.class).settings().target()).isEqualTo("1975");
			});
	}

	@Test
	void listenersAreToldOfEachRevision() {
		List<String> told = new ArrayList<>();
		this.runner.withBean(MigrationListener.class, () -> new MigrationListener() {

			@Override
			public void beforeRevision(Step step, int number, int count) {
				told.add("%s %d/%d".formatted(step.revision().id(), number, count));
			}

		}).run((context) -> assertThat(told).containsExactly("1975ea83b712 1/2", Applications.HEAD + " 2/2"));
	}

	@Test
	void theHistoryKeepsTheApplicationsName() {
		this.runner.withPropertyValues("spring.application.name=league")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().history())
				.extracting(HistoryEntry::application)
				.containsOnly("league"));
	}

	@Test
	void findsRevisionsWithTheClassLoaderOfTheContext() {
		this.runner.withClassLoader(new FilteredClassLoader((name) -> name.startsWith("db/migrations")))
			.withPropertyValues("migrator.on-startup=none")
			.run((context) -> assertThat(context.getBean(Migrator.class).heads()).isEmpty());
	}

	@Test
	void aPoolOfOneConnectionIsEnough() {
		this.runner
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=1000")
			.run((context) -> {
				assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize()).isOne();
				assertThat(heroes(context)).isEqualTo(1);
			});
	}

	@ParameterizedTest
	@EnumSource
	void theSecondStartRunsThreeStatementsAtMost(TestDatabase kind) {
		DataSource database = kind.create();
		this.bare.withBean(DataSource.class, () -> database).run((context) -> assertThat(context).hasNotFailed());
		Observed observed = new Observed(database);
		this.bare.withBean(DataSource.class, observed::dataSource).run((context) -> assertThat(context).hasNotFailed());
		assertThat(observed.statements()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
	}

	private static long heroes(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		return heroes(context.getBean(DataSource.class));
	}

	static long heroes(DataSource dataSource) {
		return JdbcClient.create(dataSource).sql("select count(*) from hero").query(Long.class).single();
	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizersConfiguration {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		MigratorCustomizer second() {
			return (builder) -> customize(builder, "second", "1975");
		}

		@Bean
		@Order(1)
		MigratorCustomizer first() {
			return (builder) -> customize(builder, "first", "head");
		}

		private void customize(MigratorBuilder builder, String call, String target) {
			this.calls.add(call);
			builder.target(target);
		}

	}

}
