package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import dev.migrator.revision.Step;
import dev.migrator.session.SqlStatement;

/**
 * Tells listeners of the statements of one revision, and sends none after the process was
 * asked to end.
 */
final class StatementWatch {

	private final Step step;

	private final List<MigrationListener> listeners;

	private final StopRequest stop;

	private int number;

	StatementWatch(Step step, List<MigrationListener> listeners, StopRequest stop) {
		this.step = step;
		this.listeners = listeners;
		this.stop = stop;
	}

	/**
	 * Send something.
	 * @param statements what is sent
	 * @param sending sends it and returns the rows it changed or read
	 * @return the rows
	 */
	long send(List<SqlStatement> statements, LongSupplier sending) {
		SentStatement sent = new SentStatement(++this.number, statements);
		this.listeners.forEach((listener) -> listener.beforeStatement(this.step, sent));
		long start = System.nanoTime();
		long rows = this.stop.cancellable(sending);
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		this.listeners.forEach((listener) -> listener.afterStatement(this.step, sent, rows, duration));
		return rows;
	}

}
