package dev.migrator.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.actuate.MigrationsEndpoint;
import dev.migrator.boot.actuate.MigrationsEndpointAutoConfiguration;
import dev.migrator.boot.actuate.MigrationsHealthContributorAutoConfiguration;
import dev.migrator.boot.reactive.Hero;
import dev.migrator.boot.reactive.ReactiveHeroRepository;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.ReactiveApplications;
import dev.migrator.boot.test.TestDatabase;
import dev.migrator.error.ErrorCategory;
import dev.migrator.execution.DatabaseStatus;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcRepositoriesAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has a connection factory and no data source.
 */
class R2dbcMigratorTests {

	private static final AutoConfigurations DATA = AutoConfigurations.of(R2dbcAutoConfiguration.class,
			DataR2dbcAutoConfiguration.class, DataR2dbcRepositoriesAutoConfiguration.class);

	@ParameterizedTest
	@EnumSource
	void aConnectionFactoryIsEnough(TestDatabase database) {
		ConnectionFactory factory = Databases.r2dbc(database.create());
		ReactiveApplications.on(factory).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
			Migrator migrator = context.getBean(Migrator.class);
			assertThat(migrator.dataSource()).isNull();
			assertThat(migrator.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
			assertThat(migrator.status().current()).containsExactly(Applications.HEAD);
			assertThat(ReactiveApplications.hasHero(factory)).isTrue();
		});
	}

	@Test
	void neitherSpringsJdbcNorADriverOfJdbcIsNeeded() {
		ReactiveApplications.embedded()
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.h2.Driver",
					"org.postgresql.Driver", "com.zaxxer.hikari"))
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(JdbcConnector.class)
					.doesNotHaveBean(MigratorSchemaManagementProvider.class);
				assertThat(ReactiveApplications.hasHero(context.getBean(ConnectionFactory.class))).isTrue();
			});
	}

	@Test
	void withNeitherJdbcNorR2dbcTheStartSaysSo() {
		Applications.bare()
			.withPropertyValues("migrator.url=h2:mem:unreachable")
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "io.r2dbc.spi"))
			.run((context) -> assertThat(Failures.of(context)).hasMessageContaining("neither over JDBC nor over R2DBC")
				.hasMessageContaining("spring-boot-starter-r2dbc"));
	}

	@Test
	void usersOfR2dbcDependOnTheMigrator() {
		ReactiveApplications.embedded().withUserConfiguration(Users.class).withConfiguration(DATA).run((context) -> {
			assertThat(context).hasNotFailed();
			for (String name : List.of("r2dbcDatabaseClient", "r2dbcEntityTemplate")) {
				assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
					.contains("migrator", "migratorInitializer");
			}
		});
	}

	// First among the bean definitions, so that nothing but the order of dependencies
	// brings the upgrade before them.
	@ParameterizedTest
	@EnumSource
	void repositoriesTemplatesAndClientsFindTheUpgradedDatabase(TestDatabase database) {
		ConnectionFactory factory = Databases.r2dbc(database.create());
		new ApplicationContextRunner().withUserConfiguration(Users.class)
			.withBean(ConnectionFactory.class, () -> factory)
			.withConfiguration(DATA)
			.withConfiguration(AutoConfigurations.of(MigratorAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean("names")).isEqualTo(List.of("Deadpond"));
				assertThat(context.getBean("count")).isEqualTo(1L);
			});
	}

	@ParameterizedTest
	@EnumSource
	void theSameRevisionsLeadToTheSameDatabaseAsOverJdbc(TestDatabase database) {
		DataSource overJdbc = database.create();
		DataSource overR2dbc = database.create();
		Applications.on(overJdbc).run((context) -> assertThat(context).hasNotFailed());
		ReactiveApplications.on(Databases.r2dbc(overR2dbc)).run((context) -> assertThat(context).hasNotFailed());
		assertThat(DatabaseContent.of(overR2dbc, "public")).isNotEmpty()
			.isEqualTo(DatabaseContent.of(overJdbc, "public"));
		Applications.on(overR2dbc)
			.run((context) -> assertThat(context.getBean(Migrator.class).status().history()).hasSize(2));
	}

	@ParameterizedTest
	@EnumSource
	void ofSeveralStartsAtOnceOneMigrates(TestDatabase database) throws Exception {
		DataSource dataSource = database.create();
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			Callable<Boolean> start = () -> {
				boolean[] started = new boolean[1];
				ReactiveApplications.on(Databases.r2dbc(dataSource))
					.run((context) -> started[0] = context.getStartupFailure() == null);
				return started[0];
			};
			for (Future<Boolean> started : threads.invokeAll(List.of(start, start, start))) {
				assertThat(started.get(60, TimeUnit.SECONDS)).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
		Applications.on(dataSource)
			.run((context) -> assertThat(context.getBean(Migrator.class).status().history())
				.extracting(HistoryEntry::revision)
				.containsExactly("1975ea83b712", Applications.HEAD));
	}

	@ParameterizedTest
	@EnumSource
	void aPoolOfOneConnectionIsEnough(TestDatabase database) {
		ConnectionPool pool = new ConnectionPool(
				ConnectionPoolConfiguration.builder(Databases.r2dbc(database.create())).maxSize(1).build());
		ReactiveApplications.on(pool).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(ReactiveApplications.hasHero(pool)).isTrue();
		});
		pool.dispose();
	}

	@Test
	void severalDatabasesMayBeReachedInSeveralWays() {
		DataSource overJdbc = Databases.h2();
		ConnectionFactory overR2dbc = Databases.r2dbc(Databases.postgresql());
		Applications.bare()
			.withBean("heroesDataSource", DataSource.class, () -> overJdbc)
			.withBean("leagueConnections", ConnectionFactory.class, () -> overR2dbc)
			.withPropertyValues("migrator.databases.heroes.data-source=heroesDataSource",
					"migrator.databases.heroes.locations=classpath:db/migrations",
					"migrator.databases.league.data-source=leagueConnections",
					"migrator.databases.league.locations=classpath:db/migrations")
			.run((context) -> {
				Map<String, Migrator> migrators = context.getBeansOfType(Migrator.class);
				assertThat(migrators).containsOnlyKeys("heroesMigrator", "leagueMigrator");
				assertThat(context.getBean("heroesMigrator", Migrator.class).dataSource()).isSameAs(overJdbc);
				assertThat(context.getBean("leagueMigrator", Migrator.class).dataSource()).isNull();
				assertThat(ReactiveApplications.hasHero(overR2dbc)).isTrue();
			});
	}

	@Test
	void ofSeveralBeansAnUnknownNameIsOneClearSentence() {
		ReactiveApplications.on(Databases.r2dbc(Databases.h2()))
			.withPropertyValues("migrator.data-source=nobodys")
			.run((context) -> {
				assertThat(Failures.of(context).category()).isEqualTo(ErrorCategory.CONFIGURATION);
				assertThat(Failures.of(context)).hasMessageContaining("There is no data source 'nobodys'")
					.hasMessageContaining("connectionFactory");
			});
	}

	@Test
	void endpointAndHealthTellOfTheDatabase() {
		ReactiveApplications.embedded()
			.withConfiguration(AutoConfigurations.of(MigrationsEndpointAutoConfiguration.class,
					MigrationsHealthContributorAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=migrations")
			.run((context) -> {
				assertThat(context.getBean(MigrationsEndpoint.class).migrations().contexts().values()).singleElement()
					.satisfies((one) -> assertThat(one.migrators().get("migrator")).asString()
						.contains("H2", "r2dbc:h2:mem:", Applications.HEAD));
				assertThat(context.getBean(HealthIndicator.class).health(true)).extracting(Health::getStatus)
					.isEqualTo(Status.UP);
			});
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class Users {

		@Bean
		List<String> names(ReactiveHeroRepository heroes) {
			List<String> names = heroes.findAll().map(Hero::name).collectList().block();
			return (names != null) ? names : List.of();
		}

		@Bean
		Long count(DatabaseClient client) {
			Long count = client.sql("select count(*) from hero").mapValue(Long.class).one().block();
			return (count != null) ? count : -1;
		}

	}

}
