package dev.migrator.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashedGraph;
import dev.migrator.script.ScriptDirectory;

/**
 * The graph of all revisions that are known: those of the files, and where the database
 * is ahead of them those that only its history tells of.
 *
 * @param graph the whole graph
 * @param beyond the revisions that only the history tells of
 * @param state what the database says, with rows that are in the graph
 * @param renamed the rows that the table has under the name of a revision that was
 * replaced meanwhile, with their names in the graph
 */
record KnownRevisions(RevisionGraph graph, SortedSet<String> beyond, DatabaseState state, Map<String, String> renamed) {

	/**
	 * Join files and history.
	 * @param scripts the files
	 * @param found what the database says
	 * @return all revisions
	 * @throws MigratorException if the database is at a revision that neither tells of
	 */
	static KnownRevisions of(ScriptDirectory scripts, DatabaseState found) {
		SquashedGraph squashed = scripts.graph(found.rows(), begun(found));
		RevisionGraph files = squashed.graph();
		DatabaseState state = found.withRows(squashed.renamed(found.rows()));
		Map<String, String> renamed = new HashMap<>(squashed.replacements());
		renamed.keySet().retainAll(found.rows());
		Set<String> unknown = files.unknown(state.rows());
		if (unknown.isEmpty()) {
			return new KnownRevisions(files, new TreeSet<>(), state, renamed);
		}
		Map<String, RevisionInfo> beyond = beyond(files, unknown, told(state.history(), squashed.replacements()));
		List<RevisionInfo> all = new ArrayList<>(files.revisions());
		all.addAll(beyond.values());
		return new KnownRevisions(RevisionGraph.of(all), new TreeSet<>(beyond.keySet()), state, renamed);
	}

	/**
	 * Forget what the database says.
	 * @param scripts the files
	 * @return the revisions of the files
	 */
	static KnownRevisions ofFiles(ScriptDirectory scripts) {
		DatabaseState nothing = new DatabaseState(false, new TreeSet<>(), List.of());
		return new KnownRevisions(scripts.graph(), new TreeSet<>(), nothing, Map.of());
	}

	private static List<String> begun(DatabaseState state) {
		return state.unfinished()
			.values()
			.stream()
			.filter((entry) -> !entry.progress().isNone())
			.map(HistoryEntry::revision)
			.toList();
	}

	private static Map<String, RevisionInfo> told(List<HistoryEntry> history, Map<String, String> replacements) {
		Map<String, RevisionInfo> told = new HashMap<>();
		for (HistoryEntry entry : history) {
			told.put(entry.revision(), new RevisionInfo(entry.revision(), replaced(entry.downRevisions(), replacements),
					replaced(entry.dependsOn(), replacements), Set.of(), entry.message(), null));
		}
		return told;
	}

	private static List<String> replaced(List<String> ids, Map<String, String> replacements) {
		return ids.stream().map((id) -> replacements.getOrDefault(id, id)).toList();
	}

	private static Map<String, RevisionInfo> beyond(RevisionGraph files, Collection<String> unknown,
			Map<String, RevisionInfo> told) {
		Map<String, RevisionInfo> beyond = new LinkedHashMap<>();
		Deque<String> open = new ArrayDeque<>(unknown);
		while (!open.isEmpty()) {
			String id = open.pop();
			if (files.find(id).isPresent() || beyond.containsKey(id)) {
				continue;
			}
			RevisionInfo info = told.get(id);
			if (info == null) {
				throw unknown(id);
			}
			beyond.put(id, info);
			open.addAll(info.downRevisions());
			open.addAll(info.dependsOn());
		}
		return beyond;
	}

	private static MigratorException unknown(String id) {
		return new MigratorException(ErrorCategory.UNKNOWN_REVISION,
				"The database is at revision %s, which no file has and its history does not tell of.".formatted(id),
				"Bring the file back, check migrator.locations and the database's URL, or set the version table right with 'migrator stamp --purge <revision>'.");
	}

	boolean isAhead() {
		return !this.beyond.isEmpty();
	}

}
