package dev.migrator.boot.observability;

import dev.migrator.boot.event.MigrationSource;
import dev.migrator.execution.MigrationListener;

/**
 * Makes what listens to one migrator.
 */
@FunctionalInterface
interface MigratorListenerFactory {

	/**
	 * Make a listener.
	 * @param source the migrator
	 * @return what listens to it
	 */
	MigrationListener listener(MigrationSource source);

}
