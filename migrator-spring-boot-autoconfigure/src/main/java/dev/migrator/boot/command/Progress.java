package dev.migrator.boot.command;

import java.time.Duration;

import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationReport;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;

/**
 * Shows how a run comes on: a line of results for each revision, and on a terminal a bar
 * with the revision at work.
 */
final class Progress implements MigrationListener {

	private static final int WIDTH = 24;

	private final CommandContext context;

	private final boolean lines;

	private final boolean bar;

	private int number;

	private int count;

	Progress(CommandContext context) {
		this.context = context;
		this.lines = !context.isJson() && !context.options().isQuiet();
		this.bar = this.lines && Terminal.isInteractive() && context.console().ansi().enabled();
	}

	@Override
	public void beforeRevision(Step step, int stepNumber, int stepCount) {
		this.number = stepNumber;
		this.count = stepCount;
		if (this.bar && stepCount > 1) {
			int done = WIDTH * (stepNumber - 1) / stepCount;
			// The results' own stream: it is the one known to be a terminal.
			this.context.console()
				.out()
				.print("\r\033[K[%s%s] %d/%d  %s".formatted("=".repeat(done), " ".repeat(WIDTH - done), stepNumber,
						stepCount, title(step.revision())));
			this.context.console().out().flush();
		}
	}

	@Override
	public void afterRevision(Step step, Duration duration) {
		erase();
		if (this.lines) {
			RevisionInfo revision = step.revision();
			String verb = (step.direction() == Direction.UPGRADE) ? "Applied" : "Reverted";
			this.context.print("%s %s (%d ms)".formatted(verb, title(revision), duration.toMillis()));
			this.context.console().out().flush();
		}
	}

	@Override
	public void revisionFailed(Step step, RuntimeException failure) {
		erase();
	}

	private void erase() {
		if (this.bar && this.count > 1 && this.number > 0) {
			this.context.console().out().print("\r\033[K");
			this.context.console().out().flush();
		}
	}

	static String title(RevisionInfo revision) {
		return (revision.message().isEmpty()) ? revision.id() : revision.id() + " " + revision.message();
	}

	/**
	 * Say what the whole run did.
	 * @param command the command
	 * @param report what it did
	 */
	void report(String command, MigrationReport report) {
		new Outcome(command, report.steps().stream().map((step) -> step.revision().id()).toList(), report.current())
			.print(this.context);
	}

}
