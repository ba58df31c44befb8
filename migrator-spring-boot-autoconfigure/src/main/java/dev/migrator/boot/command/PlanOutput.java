package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.RevisionView;
import dev.migrator.execution.PlannedStep;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionGraph;

/**
 * Shows what a run would do.
 */
final class PlanOutput {

	private final CommandContext context;

	PlanOutput(CommandContext context) {
		this.context = context;
	}

	void print(List<PlannedStep> steps) {
		if (this.context.isJson()) {
			RevisionGraph graph = this.context.migrator().scripts().graph();
			this.context.print(Json.plan(steps,
					(step) -> RevisionView.of(step.revision(), graph, step.direction() == Direction.DOWNGRADE)));
			return;
		}
		for (PlannedStep step : steps) {
			this.context.print("%s  %s".formatted((step.direction() == Direction.UPGRADE) ? "upgrade  " : "downgrade",
					Progress.title(step.revision())));
		}
		if (steps.isEmpty() && !this.context.options().isQuiet()) {
			this.context.print("There is nothing to do.");
		}
	}

}
