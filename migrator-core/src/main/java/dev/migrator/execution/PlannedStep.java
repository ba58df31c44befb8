package dev.migrator.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RevisionInfo;

/**
 * A step of a plan.
 *
 * @param revision the revision that is applied or reverted
 * @param direction which way
 * @param rows the rows of the version table after the step
 */
public record PlannedStep(RevisionInfo revision, Direction direction, SortedSet<String> rows) {

	public PlannedStep {
		rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
	}

	static List<PlannedStep> all(Plan plan) {
		List<PlannedStep> steps = new ArrayList<>(plan.steps().size());
		plan.forEachStep((step, rows) -> steps.add(new PlannedStep(step.revision(), step.direction(), rows)));
		return steps;
	}

}
