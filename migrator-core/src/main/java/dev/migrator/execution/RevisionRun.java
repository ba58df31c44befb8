package dev.migrator.execution;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScript;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Does what a revision says and writes that down, in one transaction where the database
 * can do that: over a connection, or into a script.
 */
final class RevisionRun {

	private final SqlSession session;

	private final Dialect dialect;

	private final Ledger ledger;

	private final MigrationSettings settings;

	private final LockRetries retries;

	RevisionRun(SqlSession session, Dialect dialect, Ledger ledger, MigrationSettings settings, LockRetries retries) {
		this.session = session;
		this.dialect = dialect;
		this.ledger = ledger;
		this.settings = settings;
		this.retries = retries;
	}

	/**
	 * Run a revision.
	 * @param prepared the revision
	 * @param journal counts its statements
	 * @param watch tells of its statements
	 * @param keys whether the session enforces foreign keys
	 */
	void run(PreparedStep prepared, StatementJournal journal, StatementWatch watch, KeyEnforcement keys) {
		Step step = prepared.step();
		RevisionScript script = prepared.script();
		boolean transactional = this.dialect.transactionalDdl() && script.transactional();
		if (!transactional) {
			finish();
		}
		else if (!this.session.inTransaction()) {
			begin();
		}
		this.ledger.ensure(this.session);
		ExecutingTarget target = new ExecutingTarget(this.session, this.dialect, journal, this.retries, watch,
				this.settings);
		Operations op = new Operations(target);
		prepared.migration().run(op);
		op.flush();
		target.finish();
		keys.check();
		if (!this.session.inTransaction()) {
			begin();
		}
		this.ledger.change(this.session, step.removedRows(), step.addedRows());
		journal.writeFinished(checksums(step, script, target));
		if (!transactional || this.settings.transactionPerMigration()) {
			finish();
		}
	}

	// Where there is one writer at a time, the wait for it is here.
	private void begin() {
		this.retries.run(() -> {
			this.session.begin();
			return 0;
		}, () -> {
		});
	}

	/**
	 * End the transaction that all revisions share, if there is one.
	 */
	void finish() {
		if (this.session.inTransaction()) {
			this.session.commit();
			this.ledger.committed();
		}
	}

	private @Nullable String checksums(Step step, RevisionScript script, ExecutingTarget target) {
		return (step.direction() == Direction.UPGRADE) ? script.checksums(this.dialect, target.operations()) : null;
	}

}
