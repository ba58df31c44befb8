package dev.migrator.boot;

import dev.migrator.Migrator;

/**
 * Decides what happens to the database when the application starts. A bean of this type
 * takes the place of what {@code migrator.on-startup} says.
 */
@FunctionalInterface
public interface MigrationStrategy {

	/**
	 * Migrate, or do not.
	 * @param migrator the migrator
	 */
	void migrate(Migrator migrator);

}
