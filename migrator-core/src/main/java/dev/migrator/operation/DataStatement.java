package dev.migrator.operation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;

/**
 * A typed insert, update or delete that a migration is writing. It runs when
 * {@link #execute()} is called, or at the latest before the migration's next operation or
 * at its end, so that none is lost.
 */
public abstract sealed class DataStatement permits InsertStatement, UpdateStatement, DeleteStatement {

	private final ToLongFunction<DataStatement> executor;

	private final AtomicBoolean executed = new AtomicBoolean();

	DataStatement(ToLongFunction<DataStatement> executor) {
		this.executor = executor;
	}

	/**
	 * Run the statement now.
	 * @return the rows it changed
	 * @throws IllegalStateException if it ran already
	 */
	public final long execute() {
		if (!this.executed.compareAndSet(false, true)) {
			throw new IllegalStateException("The statement ran already: " + toOperation());
		}
		return this.executor.applyAsLong(this);
	}

	abstract Operation toOperation();

}
