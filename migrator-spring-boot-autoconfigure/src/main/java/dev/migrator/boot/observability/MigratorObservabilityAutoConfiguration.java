package dev.migrator.boot.observability;

import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} of what tells of migrations: observations,
 * steps of the start and application events, in this order, so that what listens to an
 * event is part of the observation.
 */
@AutoConfiguration(after = MigratorAutoConfiguration.class)
@ConditionalOnBean(Migrator.class)
public final class MigratorObservabilityAutoConfiguration {

	@Bean
	static MigratorListenerPostProcessor migratorListenerPostProcessor(
			ObjectProvider<MigratorListenerFactory> factories, Environment environment) {
		return new MigratorListenerPostProcessor(factories, environment);
	}

	@Bean
	@Order(2)
	static MigratorListenerFactory migratorStartupSteps(ConfigurableBeanFactory beanFactory) {
		return (source) -> new StartupStepListener(source, beanFactory.getApplicationStartup());
	}

	@Bean
	@Order(3)
	static MigratorListenerFactory migratorEvents(ApplicationEventPublisher publisher) {
		return (source) -> new EventPublishingListener(source, publisher);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		@Order(1)
		static MigratorListenerFactory migratorObservations(ObjectProvider<ObservationRegistry> registry) {
			return (source) -> new ObservationListener(source, registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class GaugesConfiguration {

		@Bean
		RevisionGauges migratorRevisionGauges(Map<String, Migrator> migrators) {
			return new RevisionGauges(migrators);
		}

	}

}
