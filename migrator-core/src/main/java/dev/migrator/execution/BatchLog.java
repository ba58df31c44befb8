package dev.migrator.execution;

import java.time.Duration;
import java.util.function.LongSupplier;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log how an update in batches goes on, a line every few seconds.
 */
final class BatchLog {

	private static final Logger logger = LoggerFactory.getLogger("dev.migrator.Migrator");

	private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

	private final TableName table;

	private final LongSupplier clock;

	private final long start;

	private final long walkedBefore;

	private long lastLine;

	/**
	 * Begin.
	 * @param table the table
	 * @param resumed where an earlier run stopped, or {@code null}
	 * @param clock the time in nanoseconds
	 */
	BatchLog(TableName table, @Nullable BatchPosition resumed, LongSupplier clock) {
		this.table = table;
		this.clock = clock;
		this.start = clock.getAsLong();
		this.lastLine = this.start;
		this.walkedBefore = (resumed != null) ? resumed.walked() : 0;
		if (resumed != null) {
			logger.info("{} is updated in batches: going on behind {}, {} rows are done", table, resumed.keyText(),
					resumed.walked());
		}
	}

	/**
	 * Take note of a batch that was committed.
	 * @param position how far it came
	 */
	void committed(BatchPosition position) {
		long now = this.clock.getAsLong();
		if (now - this.lastLine >= INTERVAL) {
			this.lastLine = now;
			logger.info("{} is updated in batches: {} rows done, {} changed, {} rows/s, now behind {}", this.table,
					position.walked(), position.changed(), rate(position.walked(), now), position.keyText());
		}
	}

	/**
	 * Take note of the end.
	 * @param walked how many rows of the table were gone over in all
	 * @param changed how many of them were changed
	 */
	void finished(long walked, long changed) {
		long now = this.clock.getAsLong();
		logger.info("{} was updated in batches: {} rows done, {} changed, {} rows/s", this.table, walked, changed,
				rate(walked, now));
	}

	private long rate(long walked, long now) {
		return (long) ((walked - this.walkedBefore) * 1e9 / Math.max(1, now - this.start));
	}

}
