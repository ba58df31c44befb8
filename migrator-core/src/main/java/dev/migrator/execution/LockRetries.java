package dev.migrator.execution;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSessionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what waited too long for a lock.
 */
final class LockRetries {

	private static final Logger logger = LoggerFactory.getLogger(LockRetries.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Dialect dialect;

	private final int retries;

	private final Consumer<Duration> pausing;

	/**
	 * Create retries.
	 * @param dialect knows what a wait for a lock ends with
	 * @param retries how many there are
	 * @param pausing pauses before each of them
	 */
	LockRetries(Dialect dialect, int retries, Consumer<Duration> pausing) {
		this.dialect = dialect;
		this.retries = retries;
		this.pausing = pausing;
	}

	/**
	 * Do something until it does not wait too long for a lock.
	 * @param work what to do
	 * @param undo what to do before it is tried again
	 * @return what the work returned
	 * @throws SqlSessionException if it failed otherwise, or too often
	 */
	long run(LongSupplier work, Runnable undo) {
		for (int attempt = 1;; attempt++) {
			try {
				return work.getAsLong();
			}
			catch (SqlSessionException ex) {
				if (!isWorthARetry(ex, attempt)) {
					throw ex;
				}
				undo.run();
				pause(ex, attempt);
			}
		}
	}

	boolean isWorthARetry(SqlSessionException failure, int attempt) {
		return attempt <= this.retries && this.dialect
			.isLockTimeout((failure.sqlState() != null) ? failure.sqlState() : "", failure.errorCode());
	}

	void pause(SqlSessionException failure, int attempt) {
		logger.warn("A statement waited too long for a lock ({}); try {} of {} follows", failure.getMessage(),
				attempt + 1, this.retries + 1);
		this.pausing.accept(HeldLock.jittered(PAUSE.multipliedBy(attempt)));
	}

}
