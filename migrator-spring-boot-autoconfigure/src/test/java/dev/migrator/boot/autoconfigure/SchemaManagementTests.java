package dev.migrator.boot.autoconfigure;

import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigratorSchemaManagementProvider}: Hibernate, which by default creates
 * and drops the tables of an embedded database, leaves those that Migrator keeps alone.
 */
class SchemaManagementTests {

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
		.withUserConfiguration(VillainConfiguration.class);

	@Test
	void hibernateMakesNoTablesInADatabaseThatIsMigrated() {
		this.runner.run((context) -> assertThat(hasVillains(context)).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator.url=%s", "migrator.username=sa" })
	void norIfMigrationsGoThereOnAnotherWay(String property) {
		String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
		this.runner.withPropertyValues("spring.datasource.url=" + url, property.formatted(url)).run((context) -> {
			assertThat(hasVillains(context)).isFalse();
			assertThat(context.getBean(Migrator.class).dataSource()).isNotSameAs(context.getBean(DataSource.class));
			assertThat(JdbcClient.create(context.getBean(DataSource.class))
				.sql("select name from hero")
				.query()
				.listOfRows()).hasSize(1);
		});
	}

	@Test
	void norThroughTheLazyProxyOfItsDataSource() {
		this.runner.withPropertyValues("spring.datasource.connection-fetch=lazy")
			.run((context) -> assertThat(hasVillains(context)).isFalse());
	}

	@Test
	void norIfAMarkedDataSourceLeadsToTheSameDatabase() {
		this.runner
			.withPropertyValues("spring.datasource.generate-unique-name=false",
					"spring.datasource.name=shared_by_two_sources")
			.withUserConfiguration(MarkedConfiguration.class)
			.run((context) -> assertThat(hasVillains(context)).isFalse());
	}

	@Test
	void norIfNothingIsMigratedAtStartup() {
		this.runner.withPropertyValues("migrator.on-startup=none")
			.run((context) -> assertThat(hasVillains(context)).isFalse());
	}

	@Test
	void norIfTheApplicationDeclaresItsMigrator() {
		DataSource database = Databases.h2();
		new ApplicationContextRunner().withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(VillainConfiguration.class)
			.withBean(DataSource.class, () -> database)
			.withBean(Migrator.class, () -> Migrator.builder().dataSource(database).build())
			.run((context) -> assertThat(hasVillains(context)).isFalse());
	}

	@Test
	void hibernateKeepsItsDefaultInAnotherDatabase() {
		this.runner.withPropertyValues("migrator.url=jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1")
			.run((context) -> assertThat(hasVillains(context)).isTrue());
	}

	@Test
	void hibernateKeepsItsDefaultIfMigratorIsDisabled() {
		this.runner.withPropertyValues("migrator.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(SchemaManagementProvider.class);
			assertThat(hasVillains(context)).isTrue();
		});
	}

	@Test
	void whatTheApplicationTellsHibernateGoesThrough() {
		this.runner.withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThat(hasVillains(context)).isTrue());
	}

	@Test
	void whereItCannotBeToldTheSchemaIsTakenForMigrators() {
		this.runner.withPropertyValues("migrator.on-startup=none", "migrator.url=jdbc:postgresql://127.0.0.1:1/db")
			.run((context) -> assertThat(context.getBean(SchemaManagementProvider.class)
				.getSchemaManagement(context.getBean(DataSource.class))).isEqualTo(SchemaManagement.MANAGED));
	}

	private static boolean hasVillains(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		return JdbcClient.create(context.getBean("dataSource", DataSource.class))
			.sql("select count(*) from information_schema.tables where table_name = 'VILLAIN'")
			.query(Integer.class)
			.single() == 1;
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Villain.class)
	static class VillainConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedConfiguration {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource forMigrations() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setURL("jdbc:h2:mem:shared_by_two_sources");
			dataSource.setUser("sa");
			return dataSource;
		}

	}

	/**
	 * Has no table in any revision.
	 */
	@Entity(name = "Villain")
	static class Villain {

		@Id
		private long id;

	}

}
