package dev.migrator.revision;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a stamp does to the version table; no revision is run.
 *
 * @param rowsBefore the rows of the version table before
 * @param rowsAfter its rows after
 */
public record StampPlan(SortedSet<String> rowsBefore, SortedSet<String> rowsAfter) {

	public StampPlan {
		rowsBefore = Collections.unmodifiableSortedSet(new TreeSet<>(rowsBefore));
		rowsAfter = Collections.unmodifiableSortedSet(new TreeSet<>(rowsAfter));
	}

	/**
	 * Return whether the version table stays as it is.
	 * @return {@code true} if no row changes
	 */
	public boolean isEmpty() {
		return this.rowsBefore.equals(this.rowsAfter);
	}

	/**
	 * Return the rows that leave the version table.
	 * @return the rows, sorted
	 */
	public SortedSet<String> removedRows() {
		return difference(this.rowsBefore, this.rowsAfter);
	}

	/**
	 * Return the rows that enter the version table.
	 * @return the rows, sorted
	 */
	public SortedSet<String> addedRows() {
		return difference(this.rowsAfter, this.rowsBefore);
	}

	private static SortedSet<String> difference(SortedSet<String> from, SortedSet<String> without) {
		SortedSet<String> rows = new TreeSet<>(from);
		rows.removeAll(without);
		return Collections.unmodifiableSortedSet(rows);
	}

}
