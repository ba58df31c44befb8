package dev.migrator.revision;

import java.util.Set;

/**
 * One step of a plan. The change of the version table's rows is told as a difference, so
 * that the memory of a plan grows with its steps only.
 *
 * @param revision the revision applied or reverted
 * @param direction which way
 * @param removedRows the rows that leave the version table with this step
 * @param addedRows the rows that enter it
 */
public record Step(RevisionInfo revision, Direction direction, Set<String> removedRows, Set<String> addedRows) {

	public Step {
		removedRows = Set.copyOf(removedRows);
		addedRows = Set.copyOf(addedRows);
	}

}
