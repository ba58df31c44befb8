package dev.migrator.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Plan;
import dev.migrator.script.ScriptDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a run may go on with what it found: edited revisions, a database that
 * is ahead, a revision that was begun and not ended.
 */
final class Judgement {

	private static final Logger logger = LoggerFactory.getLogger(Judgement.class);

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	Judgement(ScriptDirectory scripts, MigrationSettings settings) {
		this.scripts = scripts;
		this.settings = settings;
	}

	/**
	 * Look for revisions that were edited after they had been applied.
	 * @param state what the database says
	 * @param applied the ids of the revisions that are applied
	 * @param dialect the database's dialect
	 * @throws MigratorException if there is one and the policy is to fail
	 */
	void checkUnchanged(DatabaseState state, Collection<String> applied, Dialect dialect) {
		if (this.settings.onChanged() == ChangedPolicy.IGNORE) {
			return;
		}
		List<String> changed = changed(state, applied, dialect);
		if (changed.isEmpty()) {
			return;
		}
		String problem = "%s edited after the database had applied %s: %s.".formatted(
				(changed.size() == 1) ? "A revision was" : "Revisions were", (changed.size() == 1) ? "it" : "them",
				String.join(", ", changed));
		if (this.settings.onChanged() == ChangedPolicy.FAIL) {
			throw new MigratorException(ErrorCategory.CHANGED_REVISION, problem,
					"Take the edit back and put the change into a new revision, or set migrator.on-changed to warn.");
		}
		logger.warn("{} The database does not have the edit: put it into a new revision.", problem);
	}

	private List<String> changed(DatabaseState state, Collection<String> applied, Dialect dialect) {
		Map<String, String> checksums = new HashMap<>();
		for (HistoryEntry entry : state.history()) {
			if (entry.direction() == HistoryDirection.UPGRADE && entry.checksum() != null) {
				checksums.put(entry.revision(), entry.checksum());
			}
			else if (entry.direction() != HistoryDirection.UPGRADE) {
				checksums.remove(entry.revision());
			}
		}
		List<String> changed = new ArrayList<>();
		for (String id : applied) {
			String stored = checksums.get(id);
			if (stored != null && this.scripts.contains(id) && this.scripts.get(id).isChanged(stored, dialect)) {
				changed.add("%s (%s)".formatted(id, this.scripts.get(id).location()));
			}
		}
		return changed;
	}

	/**
	 * Decide about a database that is ahead of the files.
	 * @param known all revisions
	 * @param state what the database says
	 * @param plan what the run would do
	 * @throws MigratorException if it would do something, or the policy is to fail
	 */
	void checkAhead(KnownRevisions known, DatabaseState state, Plan plan) {
		if (!known.isAhead()) {
			return;
		}
		String ahead = "The database is at %s, which only a newer version of the application has"
			.formatted(String.join(", ", state.rows()));
		if (!plan.isEmpty()) {
			throw new MigratorException(ErrorCategory.DATABASE_AHEAD,
					"%s; and it lacks %s, which this version has.".formatted(ahead,
							String.join(", ", plan.steps().stream().map((step) -> step.revision().id()).toList())),
					"Merge both lines of revisions in one version of the application and start that.");
		}
		if (this.settings.onDatabaseAhead() == AheadPolicy.FAIL) {
			throw new MigratorException(ErrorCategory.DATABASE_AHEAD, ahead + ".",
					"Start the newer version, or downgrade with it, or set migrator.on-database-ahead to warn.");
		}
		logger.warn("{}: {} not known here. Nothing is changed.", ahead, String.join(", ", known.beyond()));
	}

	/**
	 * Make sure that a revision that was begun and not ended is gone on with.
	 * @param state what the database says
	 * @param plan what the run would do
	 * @throws MigratorException if the run would leave it as it is
	 */
	void checkUnfinished(DatabaseState state, Plan plan) {
		for (HistoryEntry unfinished : state.unfinished().values()) {
			if (!unfinished.progress().isNone() && !goesOn(plan, unfinished)) {
				throw leftBehind(unfinished);
			}
		}
	}

	private static boolean goesOn(Plan plan, HistoryEntry unfinished) {
		return plan.steps()
			.stream()
			.anyMatch((step) -> step.revision().id().equals(unfinished.revision())
					&& HistoryDirection.of(step.direction()) == unfinished.direction());
	}

	private static MigratorException leftBehind(HistoryEntry unfinished) {
		String revision = unfinished.revision();
		String direction = unfinished.direction().code();
		return new MigratorException(ErrorCategory.IN_DOUBT,
				"The %s of revision %s began and did not end: %d of its statements are done%s.%s".formatted(direction,
						revision, unfinished.progress().done(),
						(unfinished.progress().batchPosition() != null) ? ", and the next one in part" : "",
						(unfinished.error() != null) ? " It failed with: " + unfinished.error() : ""),
				"Finish it with 'migrator %s', or undo its statements by hand and run 'migrator resolve %s --restart'."
					.formatted((unfinished.direction() == HistoryDirection.UPGRADE) ? "upgrade " + revision
							: "downgrade -1", revision));
	}

}
