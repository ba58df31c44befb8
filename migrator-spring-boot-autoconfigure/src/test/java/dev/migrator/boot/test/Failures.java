package dev.migrator.boot.test;

import dev.migrator.error.MigratorException;

import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;

/**
 * What kept applications from starting.
 */
public final class Failures {

	private Failures() {
	}

	/**
	 * Return what Migrator says of a failed start.
	 * @param context the context that did not start
	 * @return the exception
	 */
	public static MigratorException of(ApplicationContextAssertProvider<?> context) {
		for (Throwable ex = context.getStartupFailure(); ex != null; ex = ex.getCause()) {
			if (ex instanceof MigratorException failure) {
				return failure;
			}
		}
		throw new AssertionError("Migrator did not stop the start", context.getStartupFailure());
	}

}
