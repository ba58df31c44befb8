package dev.migrator.boot.observability;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.event.MigrationSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Has all migrators listened to, also those that the application declares. Commands are
 * not listened to: that would make beans of an application that is not to start.
 */
final class MigratorListenerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MigratorListenerFactory> factories;

	private final Environment environment;

	MigratorListenerPostProcessor(ObjectProvider<MigratorListenerFactory> factories, Environment environment) {
		this.factories = factories;
		this.environment = environment;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return (bean instanceof Migrator migrator
				&& !this.environment.getProperty(MigratorInitializer.COMMAND_MODE_PROPERTY, Boolean.class, false))
						? observed(new MigrationSource(beanName, migrator)) : bean;
	}

	private Migrator observed(MigrationSource source) {
		Migrator observed = source.migrator();
		for (MigratorListenerFactory factory : this.factories.orderedStream().toList()) {
			observed = observed.with(factory.listener(source));
		}
		return observed;
	}

}
