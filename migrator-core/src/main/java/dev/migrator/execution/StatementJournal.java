package dev.migrator.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

import dev.migrator.execution.HistoryEntry.Progress;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Counts the statements of one revision, and writes into its history row how far they
 * came wherever they commit by themselves, so that a run after a failure or a crash goes
 * on with the next one.
 */
final class StatementJournal {

	private final HistoryWriter table;

	private final SqlSession session;

	private final Progress before;

	private HistoryEntry entry;

	private boolean inserted;

	private HistoryEntry committedEntry;

	private boolean committedInserted;

	private int position;

	private String digest = "";

	private String previousDigest = "";

	/**
	 * Create a journal.
	 * @param table where the row is
	 * @param session where it is written
	 * @param entry the row: a new one, or the one of the run that did not end
	 * @param resumed whether the row is there already
	 */
	StatementJournal(HistoryWriter table, SqlSession session, HistoryEntry entry, boolean resumed) {
		this.table = table;
		this.session = session;
		this.entry = entry;
		this.before = entry.progress();
		this.inserted = resumed;
		this.committedEntry = entry;
		this.committedInserted = resumed;
	}

	/**
	 * Create the journal of a revision that is about to run.
	 * @param table where the row is
	 * @param session where it is written
	 * @param unfinished the row of an earlier run that did not end
	 * @param fresh makes a new row, if there is none
	 * @return the journal
	 */
	static StatementJournal of(HistoryWriter table, SqlSession session, Optional<HistoryEntry> unfinished,
			Supplier<HistoryEntry> fresh) {
		return unfinished.map((entry) -> new StatementJournal(table, session, entry, true))
			.orElseGet(() -> new StatementJournal(table, session, fresh.get(), false));
	}

	/**
	 * Take the next statement.
	 * @param text what tells it from others
	 */
	void next(String text) {
		this.position++;
		this.previousDigest = this.digest;
		this.digest = digest(this.digest + "\n" + text);
	}

	/**
	 * Return the number of the statement taken last.
	 * @return the number, from 1
	 */
	int position() {
		return this.position;
	}

	/**
	 * Return whether an earlier run did this statement.
	 * @return whether it is done
	 */
	boolean isDone() {
		return this.position <= this.before.done();
	}

	/**
	 * Return whether this is the last statement that an earlier run did, and it or one
	 * before it had another text then.
	 * @return whether the revision was edited before the place where it stopped
	 */
	boolean differsFromDone() {
		return this.position == this.before.done() && this.before.digest() != null
				&& !this.before.digest().equals(this.digest);
	}

	/**
	 * Return whether an earlier run died while it ran this statement.
	 * @return whether it may be done or not
	 */
	boolean isInDoubt() {
		return this.position == this.before.inFlight();
	}

	/**
	 * Return whether an earlier run stopped at this statement, so that it may have left
	 * something behind.
	 * @return whether it is tried again
	 */
	boolean isRetried() {
		return this.inserted && this.position == this.before.done() + 1;
	}

	/**
	 * Return how far an earlier run came with this statement, which it did in batches.
	 * @return the position, or {@code null} if it did not begin
	 */
	@Nullable String batchPosition() {
		return (this.position == this.before.done() + 1) ? this.before.batchPosition() : null;
	}

	/**
	 * Return what tells this statement, with all before it, from others.
	 * @return the digest
	 */
	String digest() {
		return this.digest;
	}

	/**
	 * Make sure that there is a place for the positions of batches.
	 */
	void prepareBatches() {
		this.table.prepareBatches(this.session);
	}

	/**
	 * Write how far this statement came, of which a batch is about to be committed.
	 * @param batchPosition the position
	 */
	void writeBatch(String batchPosition) {
		write(new Progress(this.position - 1, this.previousDigest, 0, batchPosition), HistoryState.STARTED);
	}

	/**
	 * Write that the statement is about to run and commits by itself.
	 */
	void writeInFlight() {
		write(new Progress(this.position - 1, this.previousDigest, this.position), HistoryState.STARTED);
	}

	/**
	 * Write that all statements up to this one are done.
	 */
	void writeDone() {
		write(new Progress(this.position, this.digest, 0), HistoryState.STARTED);
	}

	/**
	 * Write how far the transaction came, which is about to be committed.
	 */
	void writeProgress() {
		if (isDone()) {
			return;
		}
		writeDone();
	}

	/**
	 * Return whether there is a row of this revision that stays if it fails.
	 * @return whether something of it was committed
	 */
	boolean isWritten() {
		return this.inserted;
	}

	/**
	 * Return how many statements are done by what the row says.
	 * @return their number
	 */
	int written() {
		return this.entry.progress().done();
	}

	/**
	 * Return how far the statement after those came, if it is done in batches.
	 * @return the position, or {@code null} if no batch of it is done
	 */
	@Nullable String writtenBatches() {
		return this.entry.progress().batchPosition();
	}

	/**
	 * Write that the revision failed, if there is a row of it.
	 * @param error the database's message
	 */
	void writeFailed(String error) {
		if (this.inserted) {
			Progress progress = this.entry.progress();
			this.entry = with(new Progress(progress.done(), progress.digest(), 0, progress.batchPosition()),
					HistoryState.FAILED, Instant.now(), null, error);
			this.table.update(this.session, this.entry);
		}
	}

	/**
	 * Write that the revision ended well.
	 * @param checksum its checksums
	 */
	void writeFinished(@Nullable String checksum) {
		Progress progress = (this.inserted) ? new Progress(this.position, this.digest, 0)
				: new Progress(this.position, null, 0);
		this.entry = with(progress, HistoryState.DONE, Instant.now(), checksum, null);
		store();
	}

	private void write(Progress progress, HistoryState state) {
		this.entry = with(progress, state, null, null, null);
		store();
	}

	private void store() {
		if (this.inserted) {
			this.table.update(this.session, this.entry);
		}
		else {
			this.table.insert(this.session, this.entry);
			this.inserted = true;
		}
		if (!this.session.inTransaction()) {
			committed();
		}
	}

	/**
	 * Take note that what was written so far was committed.
	 */
	void committed() {
		this.committedEntry = this.entry;
		this.committedInserted = this.inserted;
	}

	/**
	 * Take note that what was written since the last commit is undone.
	 */
	void rolledBack() {
		this.entry = this.committedEntry;
		this.inserted = this.committedInserted;
	}

	private HistoryEntry with(Progress progress, HistoryState state, @Nullable Instant finishedAt,
			@Nullable String checksum, @Nullable String error) {
		Duration duration = (finishedAt != null) ? Duration.between(this.entry.startedAt(), finishedAt) : null;
		return new HistoryEntry(this.entry.sequence(), this.entry.revision(), this.entry.downRevisions(),
				this.entry.dependsOn(), this.entry.direction(), this.entry.message(), checksum, this.entry.startedAt(),
				finishedAt, duration, state, progress, this.entry.installedBy(), this.entry.application(), error);
	}

	private static String digest(String text) {
		try {
			byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(bytes, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java platform has SHA-256", ex);
		}
	}

}
