package dev.migrator.boot.event;

import dev.migrator.execution.MigrationReport;
import dev.migrator.revision.Direction;

/**
 * An upgrade or a downgrade ended well: it is committed, and its connection is given
 * back.
 */
public final class MigrationRunCompletedEvent extends MigrationEvent {

	private final transient MigrationReport report;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param direction which way
	 * @param report what was done
	 */
	public MigrationRunCompletedEvent(MigrationSource origin, Direction direction, MigrationReport report) {
		super(origin, direction);
		this.report = report;
	}

	/**
	 * Return what was done.
	 * @return what was done
	 */
	public MigrationReport getReport() {
		return this.report;
	}

}
