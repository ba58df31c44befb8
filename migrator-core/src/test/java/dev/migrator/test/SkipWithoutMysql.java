package dev.migrator.test;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * Skips a property of MySQL where no server can run.
 */
public final class SkipWithoutMysql implements SkipExecutionHook {

	@Override
	public SkipResult shouldBeSkipped(LifecycleContext context) {
		try {
			MysqlServer.instance();
			return SkipResult.doNotSkip();
		}
		catch (MissingDatabaseException ex) {
			return SkipResult.skip(ex.getMessage());
		}
	}

}
