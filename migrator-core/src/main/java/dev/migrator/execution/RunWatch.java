package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import org.slf4j.MDC;

/**
 * Tells listeners of one run and its revisions. Meanwhile what is logged carries the
 * revision's id.
 */
final class RunWatch {

	/** The key of the revision's id in the logging context. */
	static final String REVISION_KEY = "migrator.revision";

	private final List<MigrationListener> listeners;

	private final Direction direction;

	private boolean begun;

	RunWatch(List<MigrationListener> listeners, Direction direction) {
		this.listeners = listeners;
		this.direction = direction;
	}

	/**
	 * It is decided what to do.
	 * @param steps the revisions in order
	 */
	void begin(List<Step> steps) {
		this.begun = true;
		this.listeners.forEach((listener) -> listener.beforeRun(this.direction, steps));
	}

	/**
	 * Run a revision.
	 * @param step the revision and its direction
	 * @param number its number, from 1
	 * @param count how many there are
	 * @param work runs it
	 */
	@SuppressWarnings("try")
	void revision(Step step, int number, int count, Runnable work) {
		try (MDC.MDCCloseable logged = MDC.putCloseable(REVISION_KEY, step.revision().id())) {
			long start;
			try {
				this.listeners.forEach((listener) -> listener.beforeRevision(step, number, count));
				start = System.nanoTime();
				work.run();
			}
			catch (RuntimeException ex) {
				this.listeners.forEach((listener) -> listener.revisionFailed(step, ex));
				throw ex;
			}
			Duration duration = Duration.ofNanos(System.nanoTime() - start);
			this.listeners.forEach((listener) -> listener.afterRevision(step, duration));
		}
	}

	/**
	 * The run ended well, and its connection is given back.
	 * @param report what it did
	 */
	void end(MigrationReport report) {
		this.listeners.forEach((listener) -> listener.afterRun(this.direction, report));
	}

	/**
	 * The run failed, and its connection is given back. If it was not even decided what
	 * to do, nobody is told.
	 * @param failure what went wrong
	 */
	void fail(RuntimeException failure) {
		if (this.begun) {
			this.listeners.forEach((listener) -> listener.runFailed(this.direction, failure));
		}
	}

}
