package dev.migrator.boot.autoconfigure;

import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.boot.test.ReactiveApplications;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.test.Databases;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which database is migrated over R2DBC, as whom, and when it is JDBC instead.
 */
class R2dbcChoiceTests {

	private static final FilteredClassLoader WITHOUT_DRIVERS = new FilteredClassLoader("org.postgresql.Driver",
			"org.h2.Driver", "org.mariadb.jdbc.Driver");

	private final PostgresqlDatabase database = PostgresqlDatabase.create();

	@Test
	void whereThereAreBothJdbcIsTaken() {
		DataSource overJdbc = Databases.h2();
		ReactiveApplications.on(Databases.r2dbc(Databases.h2()))
			.withBean("dataSource", DataSource.class, () -> overJdbc)
			.run((context) -> assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(overJdbc));
	}

	@Test
	void aMarkedConnectionFactoryIsMeantEvenWhereThereIsJdbc() {
		DataSource application = Databases.h2();
		Applications.on(application).withUserConfiguration(Marked.class).run((context) -> {
			assertThat(context.getBean(Migrator.class).dataSource()).isNull();
			assertThat(ReactiveApplications.hasHero(context.getBean("forMigrations", ConnectionFactory.class)))
				.isTrue();
			assertThat(ReactiveApplications.hasHero(Databases.r2dbc(application))).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres://postgres:pw@%s", "postgresql://postgres@%s",
			"postgresql+asyncpg://postgres@%s", "jdbc:postgresql://%s?user=postgres&password=pw",
			"r2dbc:postgresql://postgres:pw@%s", "r2dbc:pool:postgresql://postgres@%s" })
	void theApplicationsUrlIsOfAnyForm(String url) {
		ReactiveApplications.embedded()
			.withPropertyValues("spring.r2dbc.url=" + url.formatted(this.database.place()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.owner("hero")).isEqualTo("postgres");
				assertThat(ReactiveApplications.hasHero(context.getBean(ConnectionFactory.class))).isTrue();
				assertThat(context.getBean(Migrator.class).database().url())
					.isEqualTo("r2dbc:postgresql://" + this.database.place());
			});
	}

	@Test
	void userAndPasswordOfTheApplicationComeBeforeThoseOfTheUrl() {
		String owner = this.database.role("owner");
		ReactiveApplications.embedded()
			.withPropertyValues("spring.r2dbc.url=postgres://nobody:wrong@" + this.database.place(),
					"spring.r2dbc.username=" + owner, "spring.r2dbc.password=geheim")
			.run((context) -> assertThat(this.database.owner("hero")).isEqualTo(owner));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres://%s:geheim@%s", "postgresql://%s@%s", "r2dbc:postgresql://%s:geheim@%s",
			"jdbc:postgresql://%2$s?user=%1$s&password=geheim" })
	void withoutADriverOfJdbcTheUrlOfMigrationsLeadsOverR2dbc(String url) {
		String owner = this.database.role("owner");
		ReactiveApplications.embedded()
			.withClassLoader(WITHOUT_DRIVERS)
			.withPropertyValues("migrator.url=" + url.formatted(owner, this.database.place()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Migrator.class).dataSource()).isNull();
				assertThat(this.database.owner("hero")).isEqualTo(owner);
				assertThat(ReactiveApplications.hasHero(context.getBean(ConnectionFactory.class))).isFalse();
			});
	}

	@Test
	void withADriverOfJdbcAUrlOfR2dbcLeadsOverJdbc() {
		ReactiveApplications.embedded()
			.withPropertyValues("migrator.url=r2dbc:postgresql://postgres@" + this.database.place())
			.run((context) -> {
				assertThat(context.getBean(Migrator.class).dataSource()).isNotNull();
				assertThat(this.database.owner("hero")).isEqualTo("postgres");
			});
	}

	@Test
	void aUrlAloneIsEnough() {
		Applications.bare()
			.withClassLoader(WITHOUT_DRIVERS)
			.withPropertyValues("migrator.url=postgresql://postgres@" + this.database.place())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.owner("hero")).isEqualTo("postgres");
			});
	}

	@Test
	void whatHasADriverNeitherForJdbcNorForR2dbcIsRefused() {
		ReactiveApplications.embedded()
			.withClassLoader(WITHOUT_DRIVERS)
			.withPropertyValues("migrator.url=mariadb://user:geheim@localhost/heroes")
			.run((context) -> {
				assertThat(Failures.of(context).category()).isEqualTo(ErrorCategory.CONFIGURATION);
				assertThat(Failures.of(context)).hasMessageContaining("The JDBC driver org.mariadb.jdbc.Driver")
					.hasMessageNotContaining("geheim");
			});
	}

	@Test
	void migrationsMayHaveAUserOfTheirOwn() {
		String application = this.database.role("application");
		String owner = this.database.role("owner");
		ReactiveApplications.embedded()
			.withPropertyValues(
					"spring.r2dbc.url=r2dbc:postgresql://%s:geheim@%s".formatted(application, this.database.place()),
					"migrator.username=" + owner, "migrator.password=geheim")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.owner("hero")).isEqualTo(owner);
				assertThat(context.getBean(Migrator.class).database().user()).isEqualTo(owner);
			});
	}

	@Test
	void aConnectionFactoryThatDoesNotTellItsUrlGetsNoOtherUser() {
		ReactiveApplications.on(Databases.r2dbc(Databases.h2()))
			.withPropertyValues("migrator.username=owner")
			.run((context) -> isConfiguration(context, "does not tell its URL"));
	}

	@Test
	void ofSeveralOneIsToBeMarked() {
		ReactiveApplications.on(Databases.r2dbc(Databases.h2()))
			.withBean("second", ConnectionFactory.class, () -> Databases.r2dbc(Databases.h2()))
			.run((context) -> isConfiguration(context, "2 connection factories"));
	}

	@Test
	void connectionDetailsForMigrationsLeadOverR2dbcToo() {
		String owner = this.database.role("owner");
		ReactiveApplications.embedded()
			.withClassLoader(WITHOUT_DRIVERS)
			.withBean(MigratorConnectionDetails.class, () -> new OwnDetails(this.database.jdbcUrl(), owner))
			.withPropertyValues("migrator.url=postgresql://nobody:geheim@nowhere.invalid/db")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void aDatabaseInAContainerTakesThePlaceOfTheRealOne() {
		String owner = this.database.role("owner");
		ReactiveApplications.embedded()
			.withClassLoader(WITHOUT_DRIVERS)
			.withBean(R2dbcConnectionDetails.class,
					() -> () -> ConnectionFactoryOptions
						.parse("r2dbc:postgresql://%s:geheim@%s".formatted(owner, this.database.place())),
					(definition) -> new ContainerImageMetadata("postgres").addTo(definition))
			.withPropertyValues("migrator.url=postgresql://nobody:geheim@nowhere.invalid/db",
					"migrator.username=nobody")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void thePasswordIsNotToldWhenThereIsNoConnection() {
		ReactiveApplications.embedded()
			.withPropertyValues("spring.r2dbc.url=r2dbc:h2:file:///./nowhere?options=IFEXISTS=TRUE",
					"spring.r2dbc.username=me", "spring.r2dbc.password=geheim")
			.run((context) -> {
				assertThat(Failures.of(context).category()).isEqualTo(ErrorCategory.DATABASE);
				assertThat(Failures.of(context)).hasMessageContaining("There is no connection")
					.hasMessageNotContaining("geheim");
			});
	}

	private static void isConfiguration(AssertableApplicationContext context, String problem) {
		MigratorException failure = Failures.of(context);
		assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIGURATION);
		assertThat(failure.problem()).contains(problem);
		assertThat(failure.action()).contains("@MigratorDataSource");
	}

	@Configuration(proxyBeanMethods = false)
	static class Marked {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		ConnectionFactory forMigrations() {
			String url = "r2dbc:h2:mem:///%s?options=DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
			return ConnectionFactories.get(url);
		}

	}

	private record OwnDetails(String jdbcUrl, String owner) implements MigratorConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

		@Override
		public String getUsername() {
			return this.owner;
		}

		@Override
		public @Nullable String getPassword() {
			return "geheim";
		}

	}

}
