package dev.migrator.execution;

import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.RevisionScript.PreparedMigration;
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

	private long nextSequence;

	StepRunner(SqlSession session, Dialect dialect, MigrationTables tables, MigrationSettings settings,
			long nextSequence) {
		this.session = session;
		this.dialect = dialect;
		this.tables = tables;
		this.settings = settings;
		this.retries = new LockRetries(dialect, settings.timeouts().retries());
		this.nextSequence = nextSequence;
	}

	/**
	 * Run a revision.
	 * @param step the revision, its direction and how the version table changes
	 * @param script what runs
	 * @param migration what runs, read and ready
	 * @param unfinished the history's row of an earlier run of this revision that did not
	 * end
	 * @throws dev.migrator.error.MigratorException if it fails
	 */
	void run(Step step, RevisionScript script, PreparedMigration migration, Optional<HistoryEntry> unfinished) {
		for (int attempt = 1;; attempt++) {
			StatementJournal journal = journal(step, unfinished);
			try {
				run(step, script, migration, journal);
				return;
			}
			catch (RuntimeException ex) {
				abandon(journal, ex);
				SqlSessionException failure = lockTimeout(ex, journal, attempt);
				if (failure == null) {
					throw new FailureReport(this.dialect, script, step, this.session.database(),
							this.settings.transactionPerMigration())
						.of(ex, journal);
				}
				this.retries.pause(failure, attempt);
			}
		}
	}

	/**
	 * End the transaction that all revisions share, if there is one.
	 */
	void finish() {
		if (this.session.inTransaction()) {
			this.session.commit();
			this.tables.committed();
		}
	}

	private void run(Step step, RevisionScript script, PreparedMigration migration, StatementJournal journal) {
		boolean transactional = this.dialect.transactionalDdl() && script.transactional();
		if (!transactional) {
			finish();
		}
		else if (!this.session.inTransaction()) {
			this.session.begin();
		}
		this.tables.ensure(this.session);
		ExecutingTarget target = new ExecutingTarget(this.session, this.dialect, journal, this.retries);
		Operations op = new Operations(target);
		migration.run(op);
		op.flush();
		target.finish();
		if (!this.session.inTransaction()) {
			this.session.begin();
		}
		this.tables.versions().change(this.session, step.removedRows(), step.addedRows());
		journal.writeFinished(checksums(step, script, target));
		if (!transactional || this.settings.transactionPerMigration()) {
			finish();
		}
	}

	private @Nullable String checksums(Step step, RevisionScript script, ExecutingTarget target) {
		return (step.direction() == Direction.UPGRADE) ? script.checksums(this.dialect, target.operations()) : null;
	}

	private StatementJournal journal(Step step, Optional<HistoryEntry> unfinished) {
		return unfinished.map((entry) -> new StatementJournal(this.tables.history(), this.session, entry, true))
			.orElseGet(() -> new StatementJournal(this.tables.history(), this.session, entry(step), false));
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

	// Only what left no trace may be run again from its beginning.
	private @Nullable SqlSessionException lockTimeout(RuntimeException failure, StatementJournal journal, int attempt) {
		if (failure instanceof StatementFailure statement && !journal.isWritten()
				&& this.settings.transactionPerMigration()
				&& this.retries.isWorthARetry(statement.failure(), attempt)) {
			return statement.failure();
		}
		return null;
	}

}
