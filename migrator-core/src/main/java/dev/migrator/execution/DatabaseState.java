package dev.migrator.execution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the database says of its revisions.
 *
 * @param tableExists whether there is a version table
 * @param rows the rows of the version table
 * @param history the rows of the history table, oldest first
 */
public record DatabaseState(boolean tableExists, SortedSet<String> rows, List<HistoryEntry> history) {

	public DatabaseState {
		rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
		history = List.copyOf(history);
	}

	/**
	 * Return the revisions that were begun and not ended, and of which something is done.
	 * @return the last row of each, by revision
	 */
	public Map<String, HistoryEntry> unfinished() {
		return HistoryEntries.unfinished(this.history);
	}

	DatabaseState withRows(SortedSet<String> others) {
		return new DatabaseState(this.tableExists, others, this.history);
	}

	long nextSequence() {
		return this.history.stream().mapToLong(HistoryEntry::sequence).max().orElse(0) + 1;
	}

}
