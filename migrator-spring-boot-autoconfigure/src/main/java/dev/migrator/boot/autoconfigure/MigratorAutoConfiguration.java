package dev.migrator.boot.autoconfigure;

import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.MigratorProperties;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * {@link AutoConfiguration Auto-configuration} for Migrator: brings the database to the
 * head revision before anything uses it, over JDBC or, where that is missing, over R2DBC.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration" })
@Conditional(MigratorCondition.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigratorProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(MigratorAutoConfiguration.MigratorRuntimeHints.class)
public final class MigratorAutoConfiguration {

	@Bean
	static LazyMigrationBeans lazyMigrationBeans() {
		return new LazyMigrationBeans();
	}

	// With spring.main.lazy-initialization an upgrade must not wait for its first user.
	@Bean
	static LazyInitializationExcludeFilter migratorInitializerExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(MigratorInitializer.class);
	}

	@Bean
	static MigratorMaker migratorMaker(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new MigratorMaker(beanFactory, environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ SimpleDriverDataSource.class, JdbcConnectionDetails.class })
	static class JdbcConfiguration {

		@Bean
		@Order(1)
		JdbcConnector jdbcConnector(ConfigurableListableBeanFactory beanFactory, Environment environment,
				@MigratorDataSource ObjectProvider<DataSource> marked) {
			return new JdbcConnector(new ConnectorBeans<>(beanFactory, DataSource.class, marked),
					new DatabaseReplacements(beanFactory, environment));
		}

		@Bean
		MigratorSchemaManagementProvider migratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
			return new MigratorSchemaManagementProvider(migrators);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConnectionFactory.class, Mono.class, OptionsCapableConnectionFactory.class })
	static class R2dbcConfiguration {

		@Bean
		@Order(2)
		R2dbcConnector r2dbcConnector(ConfigurableListableBeanFactory beanFactory, Environment environment,
				@MigratorDataSource ObjectProvider<ConnectionFactory> marked) {
			return new R2dbcConnector(new ConnectorBeans<>(beanFactory, ConnectionFactory.class, marked),
					new DatabaseReplacements(beanFactory, environment));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(SeveralDatabasesCondition.Missing.class)
	@ConditionalOnMissingBean(Migrator.class)
	static class MigratorConfiguration {

		@Bean
		Migrator migrator(MigratorMaker maker, MigratorProperties properties) {
			return maker.onlyMigrator(properties);
		}

	}

	/**
	 * A migrator for each of the databases of {@code migrator.databases}.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(SeveralDatabasesCondition.class)
	@Import(DatabasesRegistrar.class)
	static class DatabasesConfiguration {

	}

	/**
	 * Migrates with all migrators, also with those that the application declares, one for
	 * each of its databases.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(MigratorInitializer.class)
	static class InitializerConfiguration {

		@Bean
		MigratorInitializer migratorInitializer(ObjectProvider<Migrator> migrators, Map<String, Migrator> byName,
				MigratorProperties properties, ObjectProvider<MigrationStrategy> strategy, Environment environment) {
			return new MigratorInitializer(migrators.orderedStream().toList(),
					strategy.getIfAvailable(
							() -> new ConfiguredStrategy(byName, properties, new MigratorDatabases(environment))),
					environment);
		}

	}

	static class MigratorRuntimeHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern("db/migrations/**");
		}

	}

}
