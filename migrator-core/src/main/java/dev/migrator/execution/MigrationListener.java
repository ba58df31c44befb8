package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;

/**
 * Is told of each run, its revisions and their statements, in the thread that runs them.
 * A listener that throws stops the run.
 */
public interface MigrationListener {

	/**
	 * An upgrade or a downgrade is about to run. If it has something to do, it holds the
	 * migration lock and a connection.
	 * @param direction which way
	 * @param steps the revisions in order, none if there is nothing to do
	 */
	default void beforeRun(Direction direction, List<Step> steps) {
	}

	/**
	 * An upgrade or a downgrade ended well: it is committed, the lock is free and the
	 * connection is given back.
	 * @param direction which way
	 * @param report what was done
	 */
	default void afterRun(Direction direction, MigrationReport report) {
	}

	/**
	 * An upgrade or a downgrade failed after it had begun. The lock is free and the
	 * connection is given back.
	 * @param direction which way
	 * @param failure what went wrong
	 */
	default void runFailed(Direction direction, RuntimeException failure) {
	}

	/**
	 * A revision is about to run.
	 * @param step the revision and its direction
	 * @param number its number in the plan, from 1
	 * @param count how many there are in the plan
	 */
	default void beforeRevision(Step step, int number, int count) {
	}

	/**
	 * A statement of a revision is about to run. What a migration does by
	 * {@code op.jdbc()} is not told.
	 * @param step the revision and its direction
	 * @param statement the statement
	 */
	default void beforeStatement(Step step, SentStatement statement) {
	}

	/**
	 * A statement of a revision ran well.
	 * @param step the revision and its direction
	 * @param statement the statement
	 * @param rows the rows that it changed or read, 0 where that says nothing
	 * @param duration how long it took
	 */
	default void afterStatement(Step step, SentStatement statement, long rows, Duration duration) {
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
