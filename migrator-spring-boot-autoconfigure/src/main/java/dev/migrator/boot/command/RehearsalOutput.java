package dev.migrator.boot.command;

import java.time.Duration;
import java.util.stream.Collectors;

import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedRevision;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.revision.Direction;

/**
 * Shows what was rehearsed: each statement with its time and the locks it takes.
 */
final class RehearsalOutput {

	private final CommandContext context;

	RehearsalOutput(CommandContext context) {
		this.context = context;
	}

	void print(RehearsalReport report) {
		if (this.context.isJson()) {
			this.context.print(Json.rehearsal(report));
			return;
		}
		report.revisions().forEach(this::print);
		if (report.stopped() != null) {
			this.context.print(report.stopped());
		}
		int count = report.revisions().size();
		this.context.print((count == 0 && report.stopped() == null) ? "There is nothing to do."
				: "%d %s rehearsed in %d ms; all of it is undone.".formatted(count,
						(count == 1) ? "revision" : "revisions", report.duration().toMillis()));
	}

	private void print(RehearsedRevision revision) {
		this.context.print(
				"%s %s (%d ms)".formatted((revision.step().direction() == Direction.UPGRADE) ? "Upgrade" : "Downgrade",
						Progress.title(revision.step().revision()), revision.duration().toMillis()));
		revision.statements().forEach(this::print);
	}

	private void print(RehearsedStatement statement) {
		this.context.print((statement.sql() + ";").indent(4).stripTrailing());
		String rows = (statement.rows() > 0) ? ", %d rows".formatted(statement.rows()) : "";
		String locks = statement.locks()
			.stream()
			.map((lock) -> lock.mode() + " on " + lock.relation())
			.collect(Collectors.joining(", "));
		this.context.print("      -- %s%s%s".formatted(time(statement.duration()), rows,
				(locks.isEmpty()) ? "" : "; locks: " + locks));
	}

	private static String time(Duration duration) {
		return "%.1f ms".formatted(duration.toNanos() / 1_000_000.0);
	}

}
