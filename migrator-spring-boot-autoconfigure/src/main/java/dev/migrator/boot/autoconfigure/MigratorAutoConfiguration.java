package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.execution.MigrationListener;
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
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
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

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(Migrator.class)
	static class MigratorConfiguration {

		@Bean
		MigrationDataSource migrationDataSource(MigratorProperties properties,
				ObjectProvider<MigratorConnectionDetails> ownDetails,
				ObjectProvider<JdbcConnectionDetails> applicationDetails,
				@MigratorDataSource ObjectProvider<DataSource> marked, ObjectProvider<DataSource> applications,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			return new MigrationDataSourceSelector(properties, ownDetails, applicationDetails,
					new DatabaseReplacements(beanFactory, environment), classLoader(beanFactory))
				.select(marked, applications);
		}

		@Bean
		Migrator migrator(MigratorProperties properties, MigrationDataSource dataSource,
				ObjectProvider<MigrationListener> listeners, ObjectProvider<MigratorCustomizer> customizers,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			MigratorBuilder builder = new MigratorFactory(properties).builder(dataSource.dataSource(),
					environment.getProperty("spring.application.name"));
			builder.classLoader(classLoader(beanFactory));
			MigrationBeans migrations = new MigrationBeans(beanFactory);
			builder.migrations(migrations.types()).migrationFactory(migrations);
			listeners.orderedStream().forEach(builder::listener);
			customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder.build();
		}

		private static ClassLoader classLoader(ConfigurableListableBeanFactory beanFactory) {
			ClassLoader classLoader = beanFactory.getBeanClassLoader();
			return (classLoader != null) ? classLoader : MigratorAutoConfiguration.class.getClassLoader();
		}

	}

	/**
	 * Migrates with all migrators, also with those that the application declares, one for
	 * each of its databases.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(MigratorInitializer.class)
	static class InitializerConfiguration {

		@Bean
		MigratorInitializer migratorInitializer(ObjectProvider<Migrator> migrators, MigratorProperties properties,
				ObjectProvider<MigrationStrategy> strategy, Environment environment) {
			return new MigratorInitializer(migrators.orderedStream().toList(),
					strategy.getIfAvailable(properties::getOnStartup), environment);
		}

	}

	static class MigratorRuntimeHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern("db/migrations/**");
		}

	}

}
