package dev.migrator.execution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.HistoryEntry.Progress;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.StampPlan;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.SqlSession;

/**
 * Changes what the database says of its revisions without running any. The caller holds
 * the lock.
 */
final class Bookkeeper {

	private final SqlSession session;

	private final MigrationSettings settings;

	private final MigrationTables tables;

	Bookkeeper(SqlSession session, Dialect dialect, MigrationSettings settings) {
		this.session = session;
		this.settings = settings;
		this.tables = new MigrationTables(dialect, settings);
	}

	/**
	 * Set the version table.
	 * @param scripts the files
	 * @param targets symbols of the revisions to set it to
	 * @param purge whether rows that are there are forgotten, known or not
	 * @return the rows afterwards
	 * @throws MigratorException if a target cannot be resolved, or a row is not known
	 */
	SortedSet<String> stamp(ScriptDirectory scripts, Collection<String> targets, boolean purge) {
		if (!purge) {
			adopt(scripts);
		}
		DatabaseState state = new StateReader(this.tables).read(this.session);
		KnownRevisions known = (purge) ? KnownRevisions.ofFiles(scripts) : KnownRevisions.of(scripts, state);
		StampPlan plan = known.graph().stamp(known.state().rows(), targets);
		this.tables.ensure(this.session);
		this.session.begin();
		change(state.rows(), plan.rowsAfter());
		note(known.graph(), state, plan.rowsAfter());
		this.session.commit();
		return plan.rowsAfter();
	}

	/**
	 * Write rows of revisions that were replaced under the names of those that replace
	 * them. The history says that these follow them, so that an older version of the
	 * application sees a database that is ahead of it.
	 * @param scripts the files
	 */
	void adopt(ScriptDirectory scripts) {
		DatabaseState state = new StateReader(this.tables).read(this.session);
		KnownRevisions known = KnownRevisions.of(scripts, state);
		if (known.renamed().isEmpty()) {
			return;
		}
		this.tables.ensure(this.session);
		this.session.begin();
		change(state.rows(), known.state().rows());
		long sequence = state.nextSequence();
		for (Map.Entry<String, String> name : new TreeMap<>(known.renamed()).entrySet()) {
			RevisionInfo revision = known.graph().get(name.getValue());
			RevisionInfo follower = new RevisionInfo(revision.id(), List.of(name.getKey()), List.of(), Set.of(),
					revision.message(), revision.createdAt());
			this.tables.history()
				.insert(this.session, HistoryEntries.stamped(sequence++, follower, this.session.database(),
						this.settings.application()));
		}
		this.session.commit();
	}

	private void change(SortedSet<String> before, SortedSet<String> after) {
		SortedSet<String> removed = new TreeSet<>(before);
		removed.removeAll(after);
		SortedSet<String> added = new TreeSet<>(after);
		added.removeAll(before);
		this.tables.versions().change(this.session, removed, added);
	}

	private void note(RevisionGraph graph, DatabaseState state, SortedSet<String> after) {
		long sequence = state.nextSequence();
		for (RevisionInfo revision : stamped(graph, state, after)) {
			this.tables.history()
				.insert(this.session, HistoryEntries.stamped(sequence++, revision, this.session.database(),
						this.settings.application()));
		}
	}

	/**
	 * Return the revisions of which the history tells that they were stamped. To base,
	 * those that are forgotten are what it can tell of.
	 * @param graph the graph
	 * @param state what the database said before
	 * @param after the rows afterwards
	 * @return the revisions
	 */
	static List<RevisionInfo> stamped(RevisionGraph graph, DatabaseState state, SortedSet<String> after) {
		return ((after.isEmpty()) ? state.rows() : after).stream()
			.filter((id) -> after.isEmpty() || !state.rows().contains(id) || state.unfinished().containsKey(id))
			.flatMap((id) -> graph.find(id).stream())
			.toList();
	}

	/**
	 * Set a revision right that began and did not end.
	 * @param id the revision
	 * @param resolution what was found out
	 * @throws MigratorException if there is nothing to set right
	 */
	void resolve(String id, Resolution resolution) {
		DatabaseState state = new StateReader(this.tables).read(this.session);
		HistoryEntry entry = state.unfinished().get(id);
		if (entry == null) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"Revision %s is not one that began and did not end%s.".formatted(id, others(state)));
		}
		if (resolution != Resolution.RESTART && entry.progress().inFlight() == 0) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"No statement of revision %s is in doubt: %d are done, and the next start goes on behind them."
						.formatted(id, entry.progress().done()),
					"Start again, or undo them by hand and use --restart.");
		}
		this.tables.history().update(this.session, HistoryEntries.with(entry, progress(entry, resolution)));
	}

	private static Progress progress(HistoryEntry entry, Resolution resolution) {
		Progress progress = entry.progress();
		return switch (resolution) {
			// The digest that would belong to it is not known; none is compared then.
			case APPLIED -> new Progress(progress.inFlight(), null, 0);
			case REDO -> new Progress(progress.done(), progress.digest(), 0);
			case RESTART -> Progress.NONE;
		};
	}

	private static String others(DatabaseState state) {
		List<String> others = state.unfinished().keySet().stream().sorted().toList();
		return (others.isEmpty()) ? "" : ", but " + String.join(", ", others);
	}

}
