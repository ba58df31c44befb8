package dev.migrator.boot.observability;

import dev.migrator.Migrator;
import dev.migrator.boot.event.MigrationSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Has all migrators listened to, also those that the application declares.
 */
final class MigratorListenerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MigratorListenerFactory> factories;

	MigratorListenerPostProcessor(ObjectProvider<MigratorListenerFactory> factories) {
		this.factories = factories;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return (bean instanceof Migrator migrator) ? observed(new MigrationSource(beanName, migrator)) : bean;
	}

	private Migrator observed(MigrationSource source) {
		Migrator observed = source.migrator();
		for (MigratorListenerFactory factory : this.factories.orderedStream().toList()) {
			observed = observed.with(factory.listener(source));
		}
		return observed;
	}

}
