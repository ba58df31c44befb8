package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of the history table.
 *
 * @param sequence the row's number, from 1
 * @param revision the revision's id
 * @param downRevisions the revisions that it followed
 * @param dependsOn the revisions that it depended on
 * @param direction what was done with it
 * @param message its message
 * @param checksum its checksums, or {@code null}
 * @param startedAt when it began
 * @param finishedAt when it ended, or {@code null}
 * @param duration how long it took, or {@code null}
 * @param state how far it came
 * @param progress how far its statements came, where they commit by themselves
 * @param installedBy the database user
 * @param application the application's name
 * @param error the database's message, or {@code null}
 */
public record HistoryEntry(long sequence, String revision, List<String> downRevisions, List<String> dependsOn,
		HistoryDirection direction, String message, @Nullable String checksum, Instant startedAt,
		@Nullable Instant finishedAt, @Nullable Duration duration, HistoryState state, Progress progress,
		String installedBy, String application, @Nullable String error) {

	/**
	 * How far the statements of a revision came that were committed one by one.
	 *
	 * @param done the statements that are done
	 * @param digest the digest of their text, or {@code null} for none
	 * @param inFlight the number of the statement that was sent and perhaps not done, or
	 * 0
	 * @param batchPosition how far the statement after those came that is done in
	 * batches, or {@code null} if it did not begin
	 */
	public record Progress(int done, @Nullable String digest, int inFlight, @Nullable String batchPosition) {

		/** Nothing is done. */
		public static final Progress NONE = new Progress(0, null, 0);

		Progress(int done, @Nullable String digest, int inFlight) {
			this(done, digest, inFlight, null);
		}

		/**
		 * Return whether nothing was done.
		 * @return whether the next run begins with the first statement
		 */
		public boolean isNone() {
			return this.done == 0 && this.inFlight == 0 && this.batchPosition == null;
		}

	}

	/**
	 * Return whether the revision ended neither well nor without a trace.
	 * @return whether the next run has to go on with it
	 */
	public boolean isUnfinished() {
		return this.state != HistoryState.DONE;
	}

}
