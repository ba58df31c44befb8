package dev.migrator.execution;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long a statement of a revision may take.
 *
 * @param lock how long it may wait for a lock, or {@code null} for the database's default
 * @param statement how long it may run, or {@code null} for the database's default
 * @param retries how often it is tried again after it waited too long for a lock
 */
public record StatementTimeouts(@Nullable Duration lock, @Nullable Duration statement, int retries) {

	/** The database's own timeouts. */
	public static final StatementTimeouts NONE = new StatementTimeouts(null, null, 3);

}
