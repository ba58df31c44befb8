package dev.migrator.boot;

import dev.migrator.MigratorBuilder;

/**
 * Changes the migrator that is auto-configured. Beans of this type are called in their
 * order, after the properties, listeners and migration beans were applied.
 */
@FunctionalInterface
public interface MigratorCustomizer {

	/**
	 * Change the migrator.
	 * @param builder what builds it
	 */
	void customize(MigratorBuilder builder);

}
