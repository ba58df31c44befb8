package dev.migrator.boot.event;

import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;

/**
 * A revision is about to run.
 */
public final class RevisionStartingEvent extends MigrationEvent {

	private final transient Step step;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param step the revision and its direction
	 */
	public RevisionStartingEvent(MigrationSource origin, Step step) {
		super(origin, step.direction());
		this.step = step;
	}

	/**
	 * Return what runs.
	 * @return the revision
	 */
	public RevisionInfo getRevision() {
		return this.step.revision();
	}

}
