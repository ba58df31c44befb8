package dev.migrator.boot;

import java.util.List;

import dev.migrator.Migrator;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;

/**
 * Migrates when it is initialized. Beans that use the database are initialized after it.
 */
public class MigratorInitializer implements InitializingBean {

	/**
	 * The property that is {@code true} while a command runs instead of the application:
	 * then the command alone decides what happens to the database.
	 */
	public static final String COMMAND_MODE_PROPERTY = "migrator.command-mode";

	private final List<Migrator> migrators;

	private final MigrationStrategy strategy;

	private final Environment environment;

	/**
	 * Create an initializer.
	 * @param migrators the migrators, in the order in which they run
	 * @param strategy what to do with each
	 * @param environment tells whether a command runs, which is asked when it matters and
	 * not before: conditions would be decided at build time in an application with
	 * ahead-of-time processing
	 */
	public MigratorInitializer(List<Migrator> migrators, MigrationStrategy strategy, Environment environment) {
		this.migrators = List.copyOf(migrators);
		this.strategy = strategy;
		this.environment = environment;
	}

	@Override
	public void afterPropertiesSet() {
		if (!this.environment.getProperty(COMMAND_MODE_PROPERTY, Boolean.class, false)) {
			this.migrators.forEach(this.strategy::migrate);
		}
	}

}
