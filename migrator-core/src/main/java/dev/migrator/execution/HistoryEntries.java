package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.execution.HistoryEntry.Progress;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.session.DatabaseInfo;

/**
 * Makes new rows of the history, and looks for those that tell of no end.
 */
final class HistoryEntries {

	private HistoryEntries() {
	}

	static HistoryEntry started(long sequence, RevisionInfo revision, HistoryDirection direction, DatabaseInfo database,
			String application) {
		return new HistoryEntry(sequence, revision.id(), revision.downRevisions(), revision.dependsOn(), direction,
				revision.message(), null, Instant.now(), null, null, HistoryState.STARTED, Progress.NONE,
				user(database), application, null);
	}

	static HistoryEntry stamped(long sequence, RevisionInfo revision, DatabaseInfo database, String application) {
		Instant now = Instant.now();
		return new HistoryEntry(sequence, revision.id(), revision.downRevisions(), revision.dependsOn(),
				HistoryDirection.STAMP, revision.message(), null, now, now, Duration.ZERO, HistoryState.DONE,
				Progress.NONE, user(database), application, null);
	}

	static HistoryEntry with(HistoryEntry entry, Progress progress) {
		return new HistoryEntry(entry.sequence(), entry.revision(), entry.downRevisions(), entry.dependsOn(),
				entry.direction(), entry.message(), entry.checksum(), entry.startedAt(), entry.finishedAt(),
				entry.duration(), HistoryState.FAILED, progress, entry.installedBy(), entry.application(),
				entry.error());
	}

	/**
	 * Find the revisions that were begun and not ended, and of which something is done.
	 * @param history the history, oldest first
	 * @return the last row of each, by revision
	 */
	static Map<String, HistoryEntry> unfinished(List<HistoryEntry> history) {
		Map<String, HistoryEntry> last = new LinkedHashMap<>();
		history.forEach((entry) -> last.put(entry.revision(), entry));
		last.values().removeIf((entry) -> !entry.isUnfinished());
		return last;
	}

	private static String user(DatabaseInfo database) {
		return (database.user() != null) ? database.user() : "";
	}

}
