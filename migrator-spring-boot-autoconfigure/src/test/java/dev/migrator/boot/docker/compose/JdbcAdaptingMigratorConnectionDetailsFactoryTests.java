package dev.migrator.boot.docker.compose;

import dev.migrator.boot.MigratorConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcAdaptingMigratorConnectionDetailsFactory}.
 */
class JdbcAdaptingMigratorConnectionDetailsFactoryTests {

	@Test
	void whatIsKnownForJdbcServesMigrationsToo() {
		Object made = new ConnectionDetailsFactories(getClass().getClassLoader())
			.getConnectionDetails(new PostgresqlDetails(), true)
			.get(MigratorConnectionDetails.class);
		assertThat(made).isInstanceOfSatisfying(MigratorConnectionDetails.class, (details) -> {
			assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://compose:5433/heroes");
			assertThat(details.getUsername()).isEqualTo("heroes");
			assertThat(details.getPassword()).isEqualTo("geheim");
			assertThat(details.getDriverClassName()).isEqualTo("org.postgresql.Driver");
		});
	}

	private static final class PostgresqlDetails implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return "jdbc:postgresql://compose:5433/heroes";
		}

		@Override
		public String getUsername() {
			return "heroes";
		}

		@Override
		public String getPassword() {
			return "geheim";
		}

	}

}
