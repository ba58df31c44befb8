package dev.migrator.execution;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.session.DatabaseInfo;

/**
 * A database seen beside the files.
 *
 * @param database the database
 * @param current the rows of the version table
 * @param heads the heads of the files
 * @param status how both stand to each other
 * @param pending the revisions that are not applied, in the order in which they would be
 * @param applied the ids of the revisions that are
 * @param history the rows of the history table, oldest first
 * @param graph all revisions that are known: those of the files that count for this
 * database, and those that only its history tells of
 */
public record MigrationStatus(DatabaseInfo database, SortedSet<String> current, SortedSet<String> heads,
		DatabaseStatus status, List<RevisionInfo> pending, SortedSet<String> applied, List<HistoryEntry> history,
		RevisionGraph graph) {

	public MigrationStatus {
		pending = List.copyOf(pending);
		history = List.copyOf(history);
	}

	/**
	 * Return the revisions that were begun and not ended, and of which something is done:
	 * one that failed, or that a process runs just now or was killed in.
	 * @return the last row of each, by revision
	 */
	public Map<String, HistoryEntry> unfinished() {
		return HistoryEntries.unfinished(this.history);
	}

}
