package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.execution.PlannedStep;
import dev.migrator.revision.Direction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of commands that run revisions.
 */
final class RunOptions {

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@ArgGroup
	private Look look = new Look();

	ScriptOptions script() {
		return this.script;
	}

	/**
	 * Only look what a run would do, if that is asked for.
	 * @param context the application
	 * @param direction which way
	 * @param targets where to go
	 * @return whether that was all that was asked for
	 */
	boolean look(CommandContext context, Direction direction, List<String> targets) {
		if (this.look.plan) {
			List<PlannedStep> steps = migrator(context).plan(direction, targets.toArray(String[]::new));
			new PlanOutput(context).print(steps);
		}
		else if (this.look.dryRun) {
			new RehearsalOutput(context).print(migrator(context).rehearse(direction, targets.toArray(String[]::new)));
		}
		return this.look.plan || this.look.dryRun;
	}

	Migrator migrator(CommandContext context) {
		return context.migrator().withTag(this.script.tag());
	}

	/**
	 * What is looked at.
	 */
	static final class Look {

		@Option(names = "--plan", description = "Only show the revisions in order.")
		private boolean plan;

		@Option(names = "--dry-run",
				description = "Run the revisions and undo it all; show each statement, its time and its locks.")
		private boolean dryRun;

	}

}
