package dev.migrator.boot.observability;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationReport;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Opens something when a run or a revision begins, and closes it when it ends, in the
 * thread that runs it.
 *
 * @param <S> what is opened
 */
abstract class ScopeListener<S> implements MigrationListener {

	private final ThreadLocal<Deque<S>> open = ThreadLocal.withInitial(ArrayDeque::new);

	/**
	 * A run begins.
	 * @param direction which way
	 * @param steps the revisions in order
	 * @return what to close
	 */
	abstract S openRun(Direction direction, List<Step> steps);

	/**
	 * A revision begins.
	 * @param step the revision and its direction
	 * @return what to close
	 */
	abstract S openRevision(Step step);

	/**
	 * The run or the revision ended.
	 * @param scope what was opened
	 * @param failure what went wrong, or {@code null} if it ended well
	 */
	abstract void close(S scope, @Nullable RuntimeException failure);

	@Override
	public final void beforeRun(Direction direction, List<Step> steps) {
		this.open.get().push(openRun(direction, steps));
	}

	@Override
	public final void afterRun(Direction direction, MigrationReport report) {
		closeAll(null);
	}

	@Override
	public final void runFailed(Direction direction, RuntimeException failure) {
		closeAll(failure);
	}

	@Override
	public final void beforeRevision(Step step, int number, int count) {
		this.open.get().push(openRevision(step));
	}

	@Override
	public final void afterRevision(Step step, Duration duration) {
		closeRevision(null);
	}

	@Override
	public final void revisionFailed(Step step, RuntimeException failure) {
		closeRevision(failure);
	}

	// The run's own is the last one. Another listener that threw may have kept this one
	// from being told of the revision.
	private void closeRevision(@Nullable RuntimeException failure) {
		if (this.open.get().size() > 1) {
			close(this.open.get().pop(), failure);
		}
	}

	private void closeAll(@Nullable RuntimeException failure) {
		Deque<S> scopes = this.open.get();
		while (!scopes.isEmpty()) {
			close(scopes.pop(), failure);
		}
		this.open.remove();
	}

}
