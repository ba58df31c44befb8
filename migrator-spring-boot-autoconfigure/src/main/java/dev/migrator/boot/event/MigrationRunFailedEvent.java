package dev.migrator.boot.event;

import dev.migrator.revision.Direction;

/**
 * An upgrade or a downgrade failed after it had begun.
 */
public final class MigrationRunFailedEvent extends MigrationEvent {

	private final transient RuntimeException failure;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param direction which way
	 * @param failure what went wrong
	 */
	public MigrationRunFailedEvent(MigrationSource origin, Direction direction, RuntimeException failure) {
		super(origin, direction);
		this.failure = failure;
	}

	/**
	 * Return what went wrong.
	 * @return what went wrong
	 */
	public RuntimeException getFailure() {
		return this.failure;
	}

}
