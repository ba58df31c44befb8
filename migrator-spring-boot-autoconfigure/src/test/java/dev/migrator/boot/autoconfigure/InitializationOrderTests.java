package dev.migrator.boot.autoconfigure;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.heroes.Hero;
import dev.migrator.boot.heroes.HeroRepository;
import dev.migrator.boot.heroes.HeroRow;
import dev.migrator.boot.heroes.HeroRowRepository;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever uses the database waits for the upgrade.
 */
class InitializationOrderTests {

	private static final AutoConfigurations JDBC = AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class);

	private static final AutoConfigurations JPA = AutoConfigurations.of(HibernateJpaAutoConfiguration.class,
			DataJpaRepositoriesAutoConfiguration.class);

	// First among the bean definitions, so that nothing but the order of dependencies
	// brings the upgrade before them.
	private final ApplicationContextRunner eager = new ApplicationContextRunner()
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	@Test
	void usersOfJdbcDependOnTheMigrator() {
		Applications.embedded().withConfiguration(JDBC).run((context) -> {
			assertThat(context).hasNotFailed();
			for (String name : List.of("jdbcTemplate", "namedParameterJdbcTemplate", "jdbcClient")) {
				assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
					.contains("migrator", "migratorInitializer");
			}
		});
	}

	@Test
	void theEntityManagerFactoryDependsOnTheMigrator() {
		Applications.embedded()
			.withConfiguration(JPA)
			.withUserConfiguration(HeroesConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().getBeanDefinition("entityManagerFactory").getDependsOn())
					.contains("migrator", "migratorInitializer");
			});
	}

	@Test
	void theyAlsoWaitForTheMigratorOfTheApplication() {
		Applications.embedded()
			.withConfiguration(JDBC)
			.withConfiguration(JPA)
			.withUserConfiguration(HeroesConfiguration.class)
			.withBean("own", Migrator.class, () -> Migrator.builder().dataSource(Databases.h2()).build())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				for (String name : List.of("jdbcTemplate", "entityManagerFactory")) {
					assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
						.contains("own", "migratorInitializer");
				}
			});
	}

	@Test
	void beansMayUseTheSchemaInTheirConstructorsByJdbc() {
		this.eager.withBean(Census.class)
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context.getBean(Census.class).counts).containsOnly(1L).hasSize(3));
	}

	@Test
	void beansMayUseTheSchemaInTheirConstructorsByJpa() {
		this.eager.withUserConfiguration(HeroesConfiguration.class)
			.withBean(JpaCensus.class)
			.withConfiguration(JPA)
			.withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> assertThat(context.getBean(JpaCensus.class).counts).containsExactly(1L, 1L));
	}

	@Test
	void beansMayUseTheSchemaInTheirConstructorsBySpringDataJdbc() {
		this.eager.withUserConfiguration(HeroesConfiguration.class)
			.withBean(DataJdbcCensus.class)
			.withConfiguration(JDBC)
			.withConfiguration(AutoConfigurations.of(DataJdbcRepositoriesAutoConfiguration.class))
			.withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context.getBean(DataJdbcCensus.class).names).containsExactly("Deadpond"));
	}

	@Test
	void aBeanWithTheMereDataSourceWaitsIfItSaysSo() {
		this.eager.withUserConfiguration(PlainConfiguration.class)
			.withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context.getBean("count", Long.class)).isOne());
	}

	private static List<String> names(EntityManagerFactory factory) {
		try (EntityManager manager = factory.createEntityManager()) {
			return manager.createQuery("select h.name from Hero h", String.class).getResultList();
		}
	}

	private static long count(DataSource dataSource) {
		return JdbcClient.create(dataSource).sql("select count(*) from hero").query(Long.class).single();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class HeroesConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainConfiguration {

		@Bean
		@DependsOnDatabaseInitialization
		Long count(DataSource dataSource) {
			return InitializationOrderTests.count(dataSource);
		}

	}

	static class Census {

		private final List<Long> counts;

		Census(JdbcTemplate template, NamedParameterJdbcTemplate named, JdbcClient client) {
			String sql = "select count(*) from hero";
			this.counts = List.of(template.queryForList(sql, Long.class).get(0),
					named.queryForList(sql, Map.of(), Long.class).get(0), client.sql(sql).query(Long.class).single());
		}

	}

	static class JpaCensus {

		private final List<Long> counts;

		JpaCensus(HeroRepository heroes, EntityManagerFactory factory) {
			this.counts = List.of(heroes.count(), (long) names(factory).size());
		}

	}

	static class DataJdbcCensus {

		private final List<String> names;

		DataJdbcCensus(HeroRowRepository heroes) {
			this.names = heroes.findAll().stream().map(HeroRow::name).toList();
		}

	}

}
