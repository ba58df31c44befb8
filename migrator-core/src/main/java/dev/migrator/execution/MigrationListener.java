package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.revision.Step;

/**
 * Is told of each revision while a plan runs, in the thread that runs it.
 */
public interface MigrationListener {

	/**
	 * A revision is about to run.
	 * @param step the revision and its direction
	 * @param number its number in the plan, from 1
	 * @param count how many there are in the plan
	 */
	default void beforeRevision(Step step, int number, int count) {
	}

	/**
	 * A revision ran well. Where all share one transaction, it is not committed yet.
	 * @param step the revision and its direction
	 * @param duration how long it took
	 */
	default void afterRevision(Step step, Duration duration) {
	}

	/**
	 * A revision failed.
	 * @param step the revision and its direction
	 * @param failure what went wrong
	 */
	default void revisionFailed(Step step, RuntimeException failure) {
	}

}
