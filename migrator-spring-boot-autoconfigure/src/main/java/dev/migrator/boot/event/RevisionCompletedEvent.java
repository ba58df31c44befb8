package dev.migrator.boot.event;

import java.time.Duration;

import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;

/**
 * A revision ran well. Where all share one transaction, it is not committed yet.
 */
public final class RevisionCompletedEvent extends MigrationEvent {

	private final transient Step step;

	private final transient Duration duration;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param step the revision and its direction
	 * @param duration how long it took
	 */
	public RevisionCompletedEvent(MigrationSource origin, Step step, Duration duration) {
		super(origin, step.direction());
		this.step = step;
		this.duration = duration;
	}

	/**
	 * Return what runs.
	 * @return the revision
	 */
	public RevisionInfo getRevision() {
		return this.step.revision();
	}

	/**
	 * Return how long it took.
	 * @return how long it took
	 */
	public Duration getDuration() {
		return this.duration;
	}

}
