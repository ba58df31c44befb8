package dev.migrator.revision;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What an upgrade or a downgrade will do, in order.
 *
 * @param rowsBefore the rows of the version table before the first step
 * @param steps the steps in the order in which they are run
 */
public record Plan(SortedSet<String> rowsBefore, List<Step> steps) {

	public Plan {
		rowsBefore = Collections.unmodifiableSortedSet(new TreeSet<>(rowsBefore));
		steps = List.copyOf(steps);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return {@code true} if the plan has no step
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Return the rows of the version table after the last step.
	 * @return the rows, sorted
	 */
	public SortedSet<String> rowsAfter() {
		SortedSet<String> rows = new TreeSet<>(this.rowsBefore);
		for (Step step : this.steps) {
			change(rows, step);
		}
		return Collections.unmodifiableSortedSet(rows);
	}

	/**
	 * Walk the steps together with the rows of the version table after each of them.
	 * @param rowsAfterStep gets each step and the rows after it; the set is a view that
	 * the next step changes: copy what shall be kept
	 */
	public void forEachStep(BiConsumer<Step, SortedSet<String>> rowsAfterStep) {
		SortedSet<String> rows = new TreeSet<>(this.rowsBefore);
		SortedSet<String> view = Collections.unmodifiableSortedSet(rows);
		for (Step step : this.steps) {
			change(rows, step);
			rowsAfterStep.accept(step, view);
		}
	}

	private static void change(SortedSet<String> rows, Step step) {
		rows.removeAll(step.removedRows());
		rows.addAll(step.addedRows());
	}

}
