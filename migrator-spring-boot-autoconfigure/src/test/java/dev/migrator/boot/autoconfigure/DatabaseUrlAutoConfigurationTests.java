package dev.migrator.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.error.ErrorCategory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseUrlAutoConfiguration}.
 */
class DatabaseUrlAutoConfigurationTests {

	private final ApplicationContextRunner unmigrated = Applications.embedded()
		.withPropertyValues("migrator.enabled=false");

	@ParameterizedTest
	@ValueSource(strings = { "postgresql://%s:geheim@%s", "postgres://%s:geheim@%s?sslmode=disable",
			"postgresql+psycopg2://%s:geheim@%s" })
	void theUrlOfThePlatformIsTheApplicationsDatabase(String form) {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		String owner = database.role("owner");
		Applications.embedded()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("application.yaml",
						Map.of("spring.datasource.url", "${DATABASE_URL}", "DATABASE_URL",
								form.formatted(owner, database.place())))))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.owner("hero")).isEqualTo(owner);
				assertThat(JdbcClient.create(context.getBean(DataSource.class))
					.sql("select current_user")
					.query(String.class)
					.single()).isEqualTo(owner);
			});
	}

	@Test
	void theUrlMayComeFromTheEnvironmentVariableOfSpring() {
		this.unmigrated
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("SPRING_DATASOURCE_URL", "postgresql://user:geheim@host/db",
								"SPRING_DATASOURCE_USERNAME", "other"))))
			.run((context) -> {
				JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
				assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://host/db");
				assertThat(details.getUsername()).isEqualTo("other");
			});
	}

	@ParameterizedTest
	@CsvSource({ "postgresql://user:pw@host/db, , , user, pw",
			"postgresql://user:pw@host/db, other, secret, other, secret",
			"postgresql://user:pw@host/db, other, , other,", "postgresql://user:pw@host/db, , secret, user, secret",
			"postgresql://host/db, , , ,", "postgresql://user:pw@host/db, '', '', user, pw", "h2:mem:test, , , sa, ''",
			"h2:mem:test, other, secret, other, secret", "sqlite:///./database.db, , , ," })
	void propertiesComeBeforeWhatStandsInTheUrl(String url, @Nullable String username, @Nullable String password,
			@Nullable String expectedUsername, @Nullable String expectedPassword) {
		ApplicationContextRunner runner = this.unmigrated.withPropertyValues("spring.datasource.url=" + url);
		runner = (username != null) ? runner.withPropertyValues("spring.datasource.username=" + username) : runner;
		runner = (password != null) ? runner.withPropertyValues("spring.datasource.password=" + password) : runner;
		runner.withBean(DataSource.class, HikariDataSource::new).run((context) -> {
			JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
			assertThat(details.getUsername()).isEqualTo(expectedUsername);
			assertThat(details.getPassword()).isEqualTo(expectedPassword);
		});
	}

	@ParameterizedTest
	@CsvSource({ "sqlite:///./database.db, jdbc:sqlite:./database.db, org.sqlite.JDBC",
			"sqlite:////var/lib/database.db, jdbc:sqlite:/var/lib/database.db, org.sqlite.JDBC",
			"h2:file:./data/app;MODE=PostgreSQL, jdbc:h2:file:./data/app;MODE=PostgreSQL, org.h2.Driver",
			"mariadb://u@host/db, jdbc:mariadb://host/db, org.mariadb.jdbc.Driver" })
	void eachFormBecomesAUrlForJdbcWithItsDriver(String url, String jdbcUrl, String driver) {
		this.unmigrated.withPropertyValues("spring.datasource.url=" + url)
			.withBean(DataSource.class, HikariDataSource::new)
			.run((context) -> {
				JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
				assertThat(details.getJdbcUrl()).isEqualTo(jdbcUrl);
				assertThat(details.getDriverClassName()).isEqualTo(driver);
			});
	}

	@Test
	void anH2UrlWithoutJdbcIsMigrated() {
		Applications.embedded()
			.withPropertyValues("spring.datasource.url=h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()))
			.run((context) -> assertThat(context.getBean(Migrator.class).status().database().user()).isEqualTo("SA"));
	}

	@Test
	void theDriverMayBeNamed() {
		this.unmigrated
			.withPropertyValues("spring.datasource.url=postgresql://host/db",
					"spring.datasource.driver-class-name=org.h2.Driver")
			.withBean(DataSource.class, HikariDataSource::new)
			.run((context) -> assertThat(context.getBean(JdbcConnectionDetails.class).getDriverClassName())
				.isEqualTo("org.h2.Driver"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "spring.datasource.url=", "spring.datasource.url=jdbc:h2:mem:plain" })
	void leavesUrlsForJdbcAlone(String property) {
		this.unmigrated.withPropertyValues(property)
			.run((context) -> assertThat(context)
				.doesNotHaveBean(DatabaseUrlAutoConfiguration.DatabaseUrlConnectionDetails.class));
	}

	@Test
	void connectionDetailsOfTheApplicationComeFirst() {
		JdbcConnectionDetails own = new DataSourceChoiceTests.Details("jdbc:h2:mem:own", "owner");
		this.unmigrated.withPropertyValues("spring.datasource.url=postgresql://user:pw@host/db")
			.withBean(JdbcConnectionDetails.class, () -> own)
			.run((context) -> assertThat(context.getBean(JdbcConnectionDetails.class)).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.datasource.url", "migrator.url" })
	void aBrokenUrlIsOneSentenceWithoutThePassword(String property) {
		for (String url : List.of("oracle://user:geheim@host/db", "postgresql://user:geheim/x@host/db",
				"oracle://user:geheim/x@host/db", "postgresql:user:geheim@host/db", "user:geheim@host/db",
				"user:ge:heim@host/db?password=geheim")) {
			Applications.embedded().withPropertyValues(property + "=" + url).run((context) -> {
				assertThat(Failures.of(context).category()).isEqualTo(ErrorCategory.CONFIGURATION);
				assertThat(context.getStartupFailure()).hasMessageNotContainingAny("geheim", "heim@");
			});
		}
	}

}
