package dev.migrator.boot.testcontainers;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.PostgresqlDatabase;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigratorContainerConnectionDetailsFactory}, with a server that stands
 * in for one in a container: whoever runs the tests need not have Docker.
 */
class MigratorContainerConnectionDetailsFactoryTests {

	@Test
	void theDatabaseOfAServiceConnectionIsMigratedAndNoOther() {
		Applications.embedded()
			.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class))
			.withUserConfiguration(ContainerConfiguration.class)
			.withPropertyValues("migrator.url=jdbc:postgresql://production/heroes", "migrator.username=owner")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(MigratorConnectionDetails.class);
				PostgresqlDatabase database = context.getBean(StandIn.class).database;
				assertThat(database.owner("hero")).isEqualTo("postgres");
				assertThat(context.getBean(Migrator.class).status().database().url()).contains(database.place());
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class ContainerConfiguration {

		@Bean
		@ServiceConnection
		StandIn container() {
			return new StandIn(PostgresqlDatabase.create());
		}

	}

	static final class StandIn extends JdbcDatabaseContainer<StandIn> {

		private final PostgresqlDatabase database;

		StandIn(PostgresqlDatabase database) {
			super(DockerImageName.parse("postgres:17"));
			this.database = database;
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return true;
		}

		@Override
		public String getDriverClassName() {
			return "org.postgresql.Driver";
		}

		@Override
		public String getJdbcUrl() {
			return this.database.jdbcUrl();
		}

		@Override
		public String getUsername() {
			return "postgres";
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		protected String getTestQueryString() {
			return "select 1";
		}

	}

}
