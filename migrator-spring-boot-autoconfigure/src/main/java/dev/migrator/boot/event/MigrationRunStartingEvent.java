package dev.migrator.boot.event;

import java.util.List;

import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;

/**
 * An upgrade or a downgrade is about to run. If it has something to do, it holds the
 * migration lock and a connection.
 */
public final class MigrationRunStartingEvent extends MigrationEvent {

	private final transient List<Step> steps;

	/**
	 * Create the event.
	 * @param origin who migrates
	 * @param direction which way
	 * @param steps the revisions in order, none if there is nothing to do
	 */
	public MigrationRunStartingEvent(MigrationSource origin, Direction direction, List<Step> steps) {
		super(origin, direction);
		this.steps = List.copyOf(steps);
	}

	/**
	 * Return what will run.
	 * @return the revisions in order, none if there is nothing to do
	 */
	public List<RevisionInfo> getRevisions() {
		return this.steps.stream().map(Step::revision).toList();
	}

}
