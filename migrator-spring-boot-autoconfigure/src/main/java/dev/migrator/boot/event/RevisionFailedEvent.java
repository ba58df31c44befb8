package dev.migrator.boot.event;

import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;

/**
 * A revision failed.
 */
public final class RevisionFailedEvent extends MigrationEvent {

	private final transient Step step;

	private final transient RuntimeException failure;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param step the revision and its direction
	 * @param failure what went wrong
	 */
	public RevisionFailedEvent(MigrationSource origin, Step step, RuntimeException failure) {
		super(origin, step.direction());
		this.step = step;
		this.failure = failure;
	}

	/**
	 * Return what runs.
	 * @return the revision
	 */
	public RevisionInfo getRevision() {
		return this.step.revision();
	}

	/**
	 * Return what went wrong.
	 * @return what went wrong
	 */
	public RuntimeException getFailure() {
		return this.failure;
	}

}
