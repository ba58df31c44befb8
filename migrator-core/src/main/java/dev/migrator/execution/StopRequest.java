package dev.migrator.execution;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a run that its process was asked to end. The statement at work is cancelled, none
 * follows it, and the process stays until the run has undone what it has to, given the
 * lock back and written down how far it came.
 */
final class StopRequest implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(StopRequest.class);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration INTERVAL = Duration.ofMillis(500);

	private final SqlSession session;

	private final Thread hook = new Thread(this::stop, "migrator-stop");

	private final CountDownLatch requested = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean cancellable;

	StopRequest(SqlSession session) {
		this.session = session;
	}

	/**
	 * Watch for the end of the process.
	 * @param session the session of the run
	 * @return the watch, to be closed when the run has ended
	 */
	static StopRequest watch(SqlSession session) {
		StopRequest stop = new StopRequest(session);
		try {
			Runtime.getRuntime().addShutdownHook(stop.hook);
		}
		catch (IllegalStateException ex) {
			// It is ending already.
			stop.requested.countDown();
		}
		return stop;
	}

	/**
	 * Ask the run to stop, and wait until it did.
	 */
	void stop() {
		logger.warn("The process is asked to end: the migration stops");
		this.requested.countDown();
		long start = System.nanoTime();
		try {
			do {
				if (this.cancellable) {
					this.session.cancel();
				}
			}
			while (!this.ended.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
					&& System.nanoTime() - start < PATIENCE.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	boolean isRequested() {
		return this.requested.getCount() == 0;
	}

	/**
	 * Make sure that the run may go on.
	 * @throws MigratorException {@code STOPPED} if it may not
	 */
	void check() {
		if (isRequested()) {
			throw stopped("The migration was stopped, since its process was asked to end.");
		}
	}

	/**
	 * Pause, but no longer than until the process is asked to end.
	 * @param pause how long
	 * @throws MigratorException {@code STOPPED} if it was asked
	 */
	void pause(Duration pause) {
		try {
			if (this.requested.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				check();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigratorException(ErrorCategory.STOPPED, "The migration was interrupted.", null, ex);
		}
	}

	/**
	 * Send a statement that may be cancelled.
	 * @param sending sends it
	 * @return what that returns
	 * @throws MigratorException {@code STOPPED} if nothing may be sent any more
	 */
	long cancellable(LongSupplier sending) {
		check();
		this.cancellable = true;
		try {
			return sending.getAsLong();
		}
		finally {
			this.cancellable = false;
		}
	}

	static MigratorException stopped(String problem) {
		return new MigratorException(ErrorCategory.STOPPED, problem, "The next start goes on with it.");
	}

	/**
	 * The run has ended, and the process need not wait for it any more.
	 */
	@Override
	public void close() {
		this.ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// It runs, and sees that the run has ended.
			logger.debug("The process is ending", ex);
		}
	}

}
