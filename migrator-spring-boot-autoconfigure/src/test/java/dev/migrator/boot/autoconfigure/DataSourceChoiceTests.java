package dev.migrator.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which database is migrated, and as whom.
 */
class DataSourceChoiceTests {

	@Test
	void aMarkedDataSourceIsMigratedAndTheApplicationsIsLeftAlone() {
		Applications.embedded().withUserConfiguration(MarkedConfiguration.class).run((context) -> {
			assertThat(context).hasNotFailed();
			DataSource marked = context.getBean("forMigrations", DataSource.class);
			assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(marked);
			assertThat(hasHeroes(marked)).isTrue();
			assertThat(hasHeroes(context.getBean("dataSource", DataSource.class))).isFalse();
		});
	}

	@Test
	void aMarkedDataSourceComesBeforeTheUrl() {
		Applications.embedded()
			.withUserConfiguration(MarkedConfiguration.class)
			.withPropertyValues("migrator.url=jdbc:h2:mem:unused")
			.run((context) -> assertThat(context.getBean(Migrator.class).dataSource())
				.isSameAs(context.getBean("forMigrations")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://%2$s?user=%1$s&password=geheim", "postgresql://%s:geheim@%s",
			"postgres://%s:geheim@%s?sslmode=disable" })
	void aUrlOfItsOwnMayHaveEitherForm(String form) {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.embedded()
			.withPropertyValues("migrator.url=" + form.formatted(owner, database.place()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
				assertThat(hasHeroes(context.getBean("dataSource", DataSource.class))).isFalse();
				assertThat(context.getBean(Migrator.class).dataSource()).isInstanceOf(SimpleDriverDataSource.class);
			});
	}

	@Test
	void theUserOfThePropertiesComesBeforeTheOneInTheUrl() {
		String name = UUID.randomUUID().toString();
		Applications.embedded()
			.withPropertyValues("migrator.url=jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(name),
					"migrator.username=owner", "migrator.password=geheim")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().database().user())
				.isEqualTo("OWNER"));
	}

	@Test
	void aUrlIsEnoughWithoutADataSource() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		Applications.bare()
			.withPropertyValues("migrator.url=postgresql://postgres@" + database.place())
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
				assertThat(hasHeroes(database.dataSource())).isTrue();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "eager", "lazy" })
	void anotherRoleMayOwnTheTables(String fetch) {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		String application = database.role("application");
		Applications.embedded()
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + application, "spring.datasource.password=geheim",
					"spring.datasource.connection-fetch=" + fetch, "migrator.username=" + owner,
					"migrator.password=geheim")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
				assertThat(database.owner("migrator_version")).isEqualTo(owner);
				assertThat(JdbcClient.create(context.getBean(DataSource.class))
					.sql("select current_user")
					.query(String.class)
					.single()).isEqualTo(application);
			});
	}

	@Test
	void anEmptyUserIsNone() {
		Applications.embedded()
			.withPropertyValues("migrator.username=", "migrator.password=")
			.run((context) -> assertThat(context.getBean(Migrator.class).dataSource())
				.isSameAs(context.getBean(DataSource.class)));
	}

	@Test
	void aDataSourceThatDoesNotTellItsUrlCannotHaveAnotherUser() {
		DataSource secretive = new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				return Databases.h2().getConnection();
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				return getConnection();
			}

		};
		Applications.on(secretive)
			.withPropertyValues("migrator.username=owner")
			.run((context) -> isConfiguration(context, "does not tell its URL", "migrator.url"));
	}

	@Test
	void connectionDetailsAreEnoughWithoutADataSource() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.bare()
			.withBean(JdbcConnectionDetails.class, () -> new Details(database.jdbcUrl(), owner))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void aDatabaseInAContainerTakesThePlaceOfTheRealOne() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.embedded()
			.withPropertyValues("migrator.url=postgresql://nobody:geheim@nowhere.invalid/db",
					"migrator.username=nobody")
			.withBean(JdbcConnectionDetails.class, () -> new Details(database.jdbcUrl(), owner),
					(definition) -> new ContainerImageMetadata("postgres").addTo(definition))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void connectionDetailsForMigrationsComeBeforeTheProperties() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.embedded()
			.withBean(MigratorConnectionDetails.class, () -> new OwnDetails(database.jdbcUrl(), owner))
			.withPropertyValues("migrator.url=jdbc:postgresql://production/heroes", "migrator.username=nobody")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void connectionDetailsForMigrationsMayNameOnlyTheUser() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.embedded()
			.withBean(MigratorConnectionDetails.class, () -> new OwnDetails(null, owner))
			.withPropertyValues("spring.datasource.url=postgresql://postgres@" + database.place())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
			});
	}

	@Test
	void connectionDetailsForMigrationsAreEnough() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		Applications.bare()
			.withBean(MigratorConnectionDetails.class, () -> new OwnDetails(database.jdbcUrl(), "postgres"))
			.run((context) -> assertThat(database.owner("hero")).isEqualTo("postgres"));
	}

	@Test
	void amongSeveralDataSourcesThePrimaryOneIsMigrated() {
		DataSource primary = Databases.h2();
		Applications.bare()
			.withBean("first", DataSource.class, Databases::h2)
			.withBean("second", DataSource.class, () -> primary, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(primary));
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator.target=head", "spring.datasource.url=postgresql://user:geheim@host/db" })
	void severalDataSourcesWithoutAMarkAreOneClearSentence(String property) {
		Applications.bare()
			.withPropertyValues(property)
			.withBean("first", DataSource.class, Databases::h2)
			.withBean("second", DataSource.class, Databases::h2)
			.run((context) -> isConfiguration(context,
					"There are 2 data sources, and none is marked as the one to migrate.", "@MigratorDataSource"));
	}

	@ParameterizedTest
	@CsvSource({ "mysql://user:geheim@host/db, The JDBC driver com.mysql.cj.jdbc.Driver",
			"jdbc:nosuch://host/db?password=geheim, No JDBC driver is known for 'jdbc:nosuch:" })
	void aUrlWithoutADriverIsOneClearSentence(String url, String problem) {
		Applications.bare().withPropertyValues("migrator.url=" + url).run((context) -> {
			isConfiguration(context, problem, "dependency");
			assertThat(context.getStartupFailure()).hasMessageNotContaining("geheim");
		});
	}

	@Test
	void theDriverMayBeNamed() {
		Applications.bare()
			.withPropertyValues("migrator.url=jdbc:h2:mem:named;DB_CLOSE_DELAY=-1",
					"migrator.driver-class-name=nowhere.Driver")
			.run((context) -> isConfiguration(context, "The JDBC driver nowhere.Driver", "migrator.driver-class-name"));
		Applications.bare()
			.withPropertyValues("migrator.url=jdbc:h2:mem:named;DB_CLOSE_DELAY=-1",
					"migrator.driver-class-name=org.h2.Driver")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "eager", "lazy" })
	void aPoolOfOneConnectionIsEnough(String fetch) {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		Applications.embedded()
			.withPropertyValues("spring.datasource.url=postgresql://postgres@" + database.place(),
					"spring.datasource.connection-fetch=" + fetch, "spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=1000")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(hasHeroes(database.dataSource())).isTrue();
			});
	}

	private static void isConfiguration(AssertableApplicationContext context, String problem, String action) {
		MigratorException failure = Failures.of(context);
		assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIGURATION);
		assertThat(failure.problem()).contains(problem);
		assertThat(failure.action()).contains(action);
	}

	private static boolean hasHeroes(DataSource dataSource) throws SQLException {
		try (var connection = dataSource.getConnection();
				var tables = connection.getMetaData()
					.getTables(null, null, "%", new String[] { "TABLE", "BASE TABLE" })) {
			while (tables.next()) {
				if (tables.getString("TABLE_NAME").equalsIgnoreCase("hero")) {
					return true;
				}
			}
			return false;
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedConfiguration {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource forMigrations() {
			return Databases.h2();
		}

	}

	record Details(String url, String user) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return this.user;
		}

		@Override
		public String getPassword() {
			return "geheim";
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

	record OwnDetails(@Nullable String url, String user) implements MigratorConnectionDetails {

		@Override
		public @Nullable String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return this.user;
		}

		@Override
		public String getPassword() {
			return "geheim";
		}

	}

}
