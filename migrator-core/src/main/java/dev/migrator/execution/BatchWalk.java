package dev.migrator.execution;

import java.util.List;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Updates a table in batches. Each batch is committed together with its place in the
 * journal, so that a run after a failure or a crash goes on there. In a transaction that
 * somebody else ends, all of them are part of it.
 */
final class BatchWalk {

	private final SqlSession session;

	private final StatementJournal journal;

	private final LockRetries retries;

	private final UpdateInBatches operation;

	private final BatchedUpdate batches;

	private final String digest;

	private @Nullable List<Object> after;

	private long walked;

	private long changed;

	BatchWalk(SqlSession session, Dialect dialect, StatementJournal journal, LockRetries retries,
			UpdateInBatches operation) {
		this.session = session;
		this.journal = journal;
		this.retries = retries;
		this.operation = operation;
		this.batches = dialect.batches(operation);
		this.digest = journal.digest();
	}

	/**
	 * Update all that is left.
	 * @return the rows changed, by earlier runs too
	 */
	long run() {
		BatchPosition resumed = resume();
		this.batches.check(this.session);
		checkNoneWithoutKey();
		BatchLog log = new BatchLog(this.operation.table(), resumed, System::nanoTime);
		boolean more = true;
		while (more) {
			more = this.retries.run(this::batch, this::undo) > 0;
			if (more && this.after != null) {
				log.committed(position(this.after));
			}
		}
		log.finished(this.walked, this.changed);
		return this.changed;
	}

	private @Nullable BatchPosition resume() {
		String text = this.journal.batchPosition();
		if (text == null) {
			return null;
		}
		BatchPosition position = BatchPosition.parse(text);
		if (!position.operation().equals(this.digest)) {
			throw edited(position);
		}
		this.after = position.key();
		this.walked = position.walked();
		this.changed = position.changed();
		return position;
	}

	/**
	 * Say that what was done in batches half way is another statement now.
	 * @param position how far it came
	 * @return what to throw
	 */
	static MigratorException edited(BatchPosition position) {
		return new MigratorException(ErrorCategory.CHANGED_REVISION,
				"it stopped in an update in batches behind the key %s, and that update, or what stands before it, was edited since."
					.formatted(position.keyText()),
				"Take the edit back, or undo by hand what is done and run 'migrator resolve <revision> --restart'.");
	}

	// A comparison with null is never true.
	private void checkNoneWithoutKey() {
		if (!this.session.query(this.batches.withoutKey()).isEmpty()) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s has rows whose key %s is null, which would be left out of the walk."
						.formatted(this.operation.table(), String.join(", ", this.operation.key())),
					"Give them a key, or walk by another one.");
		}
	}

	/** Do one batch, and return 1 if there may be more, 0 if not. */
	private long batch() {
		boolean own = !this.session.inTransaction();
		if (own) {
			this.session.begin();
		}
		Batch batch = next();
		if (batch == null) {
			end(own);
			return 0;
		}
		long rows = this.session.execute(batch.update());
		boolean last = batch.rows() < this.operation.size();
		BatchPosition position = new BatchPosition(this.digest, this.walked + batch.rows(), this.changed + rows,
				batch.key());
		if (own && !last) {
			this.journal.writeBatch(position.toString());
			commit();
		}
		this.after = position.key();
		this.walked = position.walked();
		this.changed = position.changed();
		if (last) {
			end(own);
		}
		return (last) ? 0 : 1;
	}

	private @Nullable Batch next() {
		List<Row> ends = this.session.query(this.batches.end(this.after));
		if (ends.isEmpty()) {
			return null;
		}
		List<Object> key = this.batches.keyOf(ends.get(0));
		if (this.after != null && position(key).toString().equals(position(this.after).toString())) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"%s cannot be walked by %s: the value %s is not read back as it is.".formatted(
							this.operation.table(), String.join(", ", this.operation.key()), position(key).keyText()),
					"Walk by another key.");
		}
		return new Batch(key, this.batches.rowsOf(ends.get(0)), this.batches.update(this.after, key));
	}

	private void end(boolean own) {
		if (own) {
			this.journal.writeDone();
			commit();
		}
	}

	private BatchPosition position(List<Object> key) {
		return new BatchPosition(this.digest, this.walked, this.changed, key);
	}

	private void commit() {
		this.session.commit();
		this.journal.committed();
	}

	private void undo() {
		this.session.rollback();
		this.journal.rolledBack();
	}

	/**
	 * Rows that are updated together.
	 *
	 * @param key the key of the last one
	 * @param rows how many there are
	 * @param update the update
	 */
	private record Batch(List<Object> key, long rows, SqlStatement update) {

	}

}
