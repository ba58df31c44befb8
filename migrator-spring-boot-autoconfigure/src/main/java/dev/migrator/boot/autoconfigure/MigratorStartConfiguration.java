package dev.migrator.boot.autoconfigure;

import dev.migrator.Migrator;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.MigratorProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * Migrates at the start with all migrators, whichever way they reach their databases;
 * also with those that the application declares, one for each of its databases.
 */
@Configuration(proxyBeanMethods = false)
@ImportRuntimeHints(MigratorStartConfiguration.MigratorRuntimeHints.class)
class MigratorStartConfiguration {

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
	@ConditionalOnMissingBean
	MigratorInitializer migratorInitializer(ObjectProvider<Migrator> migrators, MigratorProperties properties,
			ObjectProvider<MigrationStrategy> strategy, Environment environment) {
		return new MigratorInitializer(migrators.orderedStream().toList(),
				strategy.getIfAvailable(properties::getOnStartup), environment);
	}

	static class MigratorRuntimeHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern("db/migrations/**");
		}

	}

}
