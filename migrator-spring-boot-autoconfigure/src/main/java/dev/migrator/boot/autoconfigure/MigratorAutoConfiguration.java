package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.execution.MigrationListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link AutoConfiguration Auto-configuration} for Migrator: brings the database to the
 * head revision before anything uses it.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({ JdbcClient.class, JdbcConnectionDetails.class })
@Conditional(MigratorCondition.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigratorProperties.class)
@Import({ DatabaseInitializationDependencyConfigurer.class, MigratorStartConfiguration.class })
public final class MigratorAutoConfiguration {

	@Bean
	MigratorSchemaManagementProvider migratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		return new MigratorSchemaManagementProvider(migrators);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(Migrator.class)
	static class MigratorConfiguration {

		@Bean
		MigrationDataSource migrationDataSource(MigratorProperties properties,
				ObjectProvider<JdbcConnectionDetails> connectionDetails,
				@MigratorDataSource ObjectProvider<DataSource> marked, ObjectProvider<DataSource> applications,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			return new MigrationDataSourceSelector(properties, connectionDetails,
					new DatabaseReplacements(beanFactory, environment), classLoader(beanFactory))
				.select(marked, applications);
		}

		@Bean
		Migrator migrator(MigratorProperties properties, MigrationDataSource dataSource,
				ObjectProvider<MigrationListener> listeners, ObjectProvider<MigratorCustomizer> customizers,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			MigratorBuilder builder = new MigratorFactory(properties).builder(
					Migrator.builder().dataSource(dataSource.dataSource()),
					environment.getProperty("spring.application.name"));
			return new MigrationBeans(beanFactory).complete(builder, listeners, customizers);
		}

		private static ClassLoader classLoader(ConfigurableListableBeanFactory beanFactory) {
			ClassLoader classLoader = beanFactory.getBeanClassLoader();
			return (classLoader != null) ? classLoader : MigratorAutoConfiguration.class.getClassLoader();
		}

	}

}
