package dev.migrator.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.LockWatch;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs revisions in one transaction, which is then undone. The caller holds the lock.
 */
final class Rehearsal {

	private final SqlSession session;

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final RehearsalSession rehearsed;

	private final MigrationTables tables;

	private final RevisionRun run;

	private final KeyEnforcement keys;

	private final StopRequest stop;

	private final List<RehearsedRevision> revisions = new ArrayList<>();

	private @Nullable String stopped;

	private Rehearsal(SqlSession session, Dialect dialect, MigrationSettings settings, KeyEnforcement keys,
			StopRequest stop) {
		this.session = session;
		this.dialect = dialect;
		this.settings = settings;
		this.rehearsed = new RehearsalSession(session, dialect);
		this.tables = new MigrationTables(dialect, settings);
		this.run = new RevisionRun(this.rehearsed, dialect, this.tables, settings.withOneTransaction(),
				new LockRetries(dialect, 0, stop::pause));
		this.keys = keys;
		this.stop = stop;
	}

	/**
	 * Make sure that what was rehearsed can be undone.
	 * @param dialect the database's dialect
	 * @throws MigratorException {@code UNSUPPORTED} if DDL commits
	 */
	static void requireTransactionalDdl(Dialect dialect) {
		if (!dialect.transactionalDdl()) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"Nothing can be rehearsed on %s, because each change of the schema is committed at once there."
						.formatted(dialect.name()),
					"Look at the order of the revisions with --plan and at their statements with --sql, or rehearse on a copy of the database.");
		}
	}

	/**
	 * Rehearse. Where an operation needs foreign keys to be suspended, all of it is
	 * rehearsed so.
	 * @param session the session
	 * @param dialect the database's dialect
	 * @param settings how migrations run
	 * @param steps the revisions in order
	 * @param known what the database says
	 * @param stop tells if the process is asked to end
	 * @param start when the rehearsal began, in nanoseconds
	 * @return what was done
	 * @throws MigratorException if a revision fails
	 */
	static RehearsalReport rehearse(SqlSession session, Dialect dialect, MigrationSettings settings,
			List<PreparedStep> steps, KnownRevisions known, StopRequest stop, long start) {
		try (KeyEnforcement keys = new KeyEnforcement(session, dialect)) {
			try {
				return new Rehearsal(session, dialect, settings, keys, stop).run(steps, known, start);
			}
			catch (ForeignKeysInTheWayException ex) {
				keys.suspend();
				return new Rehearsal(session, dialect, settings, keys, stop).run(steps, known, start);
			}
		}
	}

	@SuppressWarnings("try")
	private RehearsalReport run(List<PreparedStep> steps, KnownRevisions known, long start) {
		Map<String, HistoryEntry> unfinished = known.state().unfinished();
		long sequence = known.state().nextSequence();
		try (SessionSettings applied = SessionSettings.apply(this.settings, this.dialect, this.session);
				Undo undo = this.session::rollback) {
			this.session.begin();
			this.tables.versions().change(this.session, known.renamed().keySet(), Set.copyOf(known.renamed().values()));
			Optional<LockWatch> locks = this.dialect.watchLocks(this.session);
			for (PreparedStep step : steps) {
				HistoryEntry entry = HistoryEntries.started(sequence++, step.step().revision(),
						HistoryDirection.of(step.step().direction()), this.session.database(),
						this.settings.application());
				StatementJournal journal = StatementJournal.of(this.tables.history(), this.rehearsed,
						Optional.ofNullable(unfinished.get(step.id()))
							.filter((row) -> row.direction() == entry.direction()),
						() -> entry);
				if (!rehearse(step, journal, new RehearsalRecorder(this.rehearsed, this.dialect, locks))) {
					break;
				}
			}
		}
		return new RehearsalReport(this.revisions, this.stopped, remaining(steps),
				Duration.ofNanos(System.nanoTime() - start));
	}

	private List<RevisionInfo> remaining(List<PreparedStep> steps) {
		long complete = this.revisions.stream().filter(RehearsedRevision::complete).count();
		return steps.stream().skip(complete).map((step) -> step.step().revision()).toList();
	}

	private boolean rehearse(PreparedStep prepared, StatementJournal journal, RehearsalRecorder recorder) {
		Step step = prepared.step();
		if (!prepared.script().transactional()) {
			this.stopped = leavesTransaction(step.revision(), "runs in no transaction");
			return false;
		}
		long start = System.nanoTime();
		RuntimeException failure = null;
		try {
			this.run.run(prepared, journal, new StatementWatch(step, List.of(recorder), this.stop), this.keys);
			if (!this.rehearsed.isEnded()) {
				this.dialect.checkDeferred(this.session);
			}
		}
		catch (ForeignKeysInTheWayException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			failure = ex;
		}
		this.stopped = reason(step.revision(), failure);
		if (failure != null && this.stopped == null) {
			throw new FailureReport(this.dialect, prepared.script(), step, this.session.database()).of(failure,
					"All that was rehearsed is undone.");
		}
		this.revisions.add(new RehearsedRevision(step, recorder.statements(),
				Duration.ofNanos(System.nanoTime() - start), this.stopped == null));
		return this.stopped == null;
	}

	private @Nullable String reason(RevisionInfo revision, @Nullable RuntimeException failure) {
		if (this.rehearsed.isEnded()) {
			return leavesTransaction(revision, "leaves its transaction");
		}
		if (failure instanceof StatementFailure statement && statement.failure().sqlState() != null
				&& this.dialect.needsCommit(statement.failure().sqlState()) && !this.revisions.isEmpty()) {
			return "The rehearsal ended in revision %s, which needs what was made before it to be committed: %s"
				.formatted(named(revision), statement.failure().getMessage());
		}
		return null;
	}

	private static String leavesTransaction(RevisionInfo revision, String why) {
		return "The rehearsal ended at revision %s, which %s and so could not be undone.".formatted(named(revision),
				why);
	}

	private static String named(RevisionInfo revision) {
		return (revision.message().isEmpty()) ? revision.id() : "%s (%s)".formatted(revision.id(), revision.message());
	}

	private interface Undo extends AutoCloseable {

		@Override
		void close();

	}

}
