package dev.migrator.boot.autoconfigure;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.execution.MigrationListener;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for Migrator in an application that
 * reaches its database over R2DBC only. Where there is a way over JDBC as well, that one
 * is taken.
 */
@AutoConfiguration(after = { MigratorAutoConfiguration.class, R2dbcAutoConfiguration.class })
@ConditionalOnClass({ ConnectionFactory.class, Mono.class, OptionsCapableConnectionFactory.class })
@ConditionalOnBean(ConnectionFactory.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigratorProperties.class)
@Import({ DatabaseInitializationDependencyConfigurer.class, MigratorStartConfiguration.class })
public final class R2dbcMigratorAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(Migrator.class)
	static class MigratorConfiguration {

		@Bean
		MigrationConnections migrationConnections(MigratorProperties properties,
				@MigratorDataSource ObjectProvider<ConnectionFactory> marked,
				ObjectProvider<ConnectionFactory> applications) {
			return new MigrationConnectionsSelector(properties).select(marked, applications);
		}

		@Bean
		Migrator migrator(MigratorProperties properties, MigrationConnections connections,
				ObjectProvider<MigrationListener> listeners, ObjectProvider<MigratorCustomizer> customizers,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			MigratorBuilder builder = new MigratorFactory(properties).builder(
					Migrator.builder().sessions(connections::open), environment.getProperty("spring.application.name"));
			return new MigrationBeans(beanFactory).complete(builder, listeners, customizers);
		}

	}

}
