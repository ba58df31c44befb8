package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

import dev.migrator.revision.Step;

/**
 * What a run did.
 *
 * @param steps the revisions that were applied or reverted, in order
 * @param current the rows of the version table afterwards
 * @param duration how long it took, with the wait for other processes
 */
public record MigrationReport(List<Step> steps, SortedSet<String> current, Duration duration) {

	public MigrationReport {
		steps = List.copyOf(steps);
	}

}
