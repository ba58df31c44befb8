package dev.migrator.execution;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.revision.Step;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one revision after the other in one session.
 */
final class StepRunner {

	private final SqlSession session;

	private final Dialect dialect;

	private final MigrationTables tables;

	private final MigrationSettings settings;

	private final LockRetries retries;

	private final RevisionRun run;

	private final List<MigrationListener> listeners;

	private final StopRequest stop;

	private long nextSequence;

	StepRunner(SqlSession session, Dialect dialect, MigrationTables tables, MigrationSettings settings,
			List<MigrationListener> listeners, StopRequest stop, long nextSequence) {
		this.session = session;
		this.dialect = dialect;
		this.tables = tables;
		this.settings = settings;
		this.retries = new LockRetries(dialect, settings.timeouts().retries(), stop::pause);
		this.run = new RevisionRun(session, dialect, tables, settings, this.retries);
		this.listeners = listeners;
		this.stop = stop;
		this.nextSequence = nextSequence;
	}

	/**
	 * Run a revision.
	 * @param prepared the revision, its direction and how the version table changes
	 * @param unfinished the history's row of an earlier run of this revision that did not
	 * end
	 * @throws dev.migrator.error.MigratorException if it fails
	 */
	void run(PreparedStep prepared, Optional<HistoryEntry> unfinished) {
		try (KeyEnforcement keys = new KeyEnforcement(this.session, this.dialect)) {
			run(prepared, unfinished, keys);
		}
	}

	private void run(PreparedStep prepared, Optional<HistoryEntry> unfinished, KeyEnforcement keys) {
		Step step = prepared.step();
		for (int attempt = 1;; attempt++) {
			StatementJournal journal = StatementJournal.of(this.tables.history(), this.session, unfinished,
					() -> entry(step));
			try {
				this.run.run(prepared, journal, new StatementWatch(step, this.listeners, this.stop), keys);
				return;
			}
			catch (RuntimeException ex) {
				abandon(journal, ex);
				String aftermath = FailureReport.aftermath(journal, this.settings.transactionPerMigration());
				FailureReport report = new FailureReport(this.dialect, prepared.script(), step,
						this.session.database());
				if (this.stop.isRequested()) {
					throw report.stopped(ex, aftermath);
				}
				if (ex instanceof ForeignKeysInTheWayException && leftNoTrace(journal) && !keys.isSuspended()) {
					keys.suspend();
					continue;
				}
				SqlSessionException failure = lockTimeout(ex, journal, attempt);
				if (failure == null) {
					throw report.of(ex, aftermath);
				}
				this.retries.pause(failure, attempt);
			}
		}
	}

	/**
	 * End the transaction that all revisions share, if there is one.
	 */
	void finish() {
		this.run.finish();
	}

	private HistoryEntry entry(Step step) {
		return HistoryEntries.started(this.nextSequence++, step.revision(), HistoryDirection.of(step.direction()),
				this.session.database(), this.settings.application());
	}

	private void abandon(StatementJournal journal, RuntimeException failure) {
		try {
			this.session.rollback();
			this.tables.rolledBack();
			journal.rolledBack();
			journal.writeFailed(String.valueOf(failure.getMessage()));
		}
		catch (RuntimeException ex) {
			// A connection that broke cannot say so in the database; the next run sees
			// it.
			failure.addSuppressed(ex);
		}
	}

	private @Nullable SqlSessionException lockTimeout(RuntimeException failure, StatementJournal journal, int attempt) {
		if (failure instanceof StatementFailure statement && leftNoTrace(journal)
				&& this.retries.isWorthARetry(statement.failure(), attempt)) {
			return statement.failure();
		}
		return null;
	}

	// Only then it may be run again from its beginning.
	private boolean leftNoTrace(StatementJournal journal) {
		return !journal.isWritten() && this.settings.transactionPerMigration();
	}

}
