package dev.migrator.execution;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration lock, while this process holds it. It is tried for again and again, with
 * jitter, since a statement that waits in the database would hold a snapshot.
 */
final class HeldLock {

	private static final Logger logger = LoggerFactory.getLogger(HeldLock.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

	private final MigrationLock lock;

	private final SqlSession session;

	private HeldLock(MigrationLock lock, SqlSession session) {
		this.lock = lock;
		this.session = session;
	}

	/**
	 * Take the lock.
	 * @param lock the lock
	 * @param session the session that is to hold it
	 * @param timeout how long to try
	 * @param stop ends the wait if the process is asked to end
	 * @return the lock, held until it is released
	 * @throws MigratorException if it was not free all that time
	 */
	static HeldLock acquire(MigrationLock lock, SqlSession session, Duration timeout, StopRequest stop) {
		long start = System.nanoTime();
		long nextReport = start;
		Duration pause = FIRST_PAUSE;
		while (!lock.tryAcquire(session)) {
			long now = System.nanoTime();
			if (now - start >= timeout.toNanos()) {
				throw new MigratorException(
						ErrorCategory.LOCK_NOT_OBTAINED, "Another process has been migrating for longer than %s: %s."
							.formatted(readable(timeout), holder(lock, session)),
						"Wait for it and start again, or raise migrator.lock.timeout.");
			}
			if (now >= nextReport) {
				logger.info("Waiting for another process that migrates: {}", holder(lock, session));
				nextReport = now + REPORT_INTERVAL.toNanos();
			}
			stop.pause(jittered(pause));
			pause = (pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
		return new HeldLock(lock, session);
	}

	private static String holder(MigrationLock lock, SqlSession session) {
		return lock.holder(session).orElse("its holder is not known");
	}

	static String readable(Duration duration) {
		return (duration.toMillis() < 1000) ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
	}

	// Between half and one and a half, so that many who wait do not ask at once.
	static Duration jittered(Duration pause) {
		return pause.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1));
	}

	/**
	 * Give the lock back. It is held outside of transactions: one that is open was left
	 * by a failure, and nothing could be said in it any more.
	 */
	void release() {
		try {
			this.session.rollback();
			this.lock.release(this.session);
		}
		catch (RuntimeException ex) {
			// The end of the session frees it anyway; what went wrong before matters
			// more.
			logger.debug("The migration lock could not be given back", ex);
		}
	}

}
