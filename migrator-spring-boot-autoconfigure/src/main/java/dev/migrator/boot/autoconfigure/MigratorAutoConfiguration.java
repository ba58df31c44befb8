package dev.migrator.boot.autoconfigure;

import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.MigratorProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for Migrator: brings the database to the
 * head revision before anything uses it.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@Conditional(MigratorCondition.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigratorProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(MigratorAutoConfiguration.MigratorRuntimeHints.class)
public final class MigratorAutoConfiguration {

	@Bean
	MigratorSchemaManagementProvider migratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		return new MigratorSchemaManagementProvider(migrators);
	}

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
	@Conditional(SeveralDatabasesCondition.Missing.class)
	@ConditionalOnMissingBean(Migrator.class)
	static class MigratorConfiguration {

		@Bean
		MigrationDataSource migrationDataSource(MigratorMaker maker, MigratorProperties properties,
				@MigratorDataSource ObjectProvider<DataSource> marked) {
			return new MigrationDataSource(maker.dataSource(properties, marked));
		}

		@Bean
		Migrator migrator(MigratorMaker maker, MigratorProperties properties, MigrationDataSource dataSource) {
			return maker.migrator(properties, dataSource.dataSource());
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
