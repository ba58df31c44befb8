package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.boot.autogenerate.Autogenerate;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.PlannedStep;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes sure that the database has what the application needs: all revisions, and what
 * its entities want.
 */
@Command(name = "check",
		description = "Fail if revisions are pending, if something keeps the database from being upgraded, or if "
				+ "--autogenerate would write a revision.")
final class CheckCommand implements CommandAction {

	@Option(names = "--allow-drops",
			description = "The database may have tables and columns that the application's entities do not want.")
	private boolean allowDrops;

	@Override
	public int run(CommandContext context) {
		Migrator migrator = context.migrator();
		checkPending(migrator);
		migrator.check();
		Changes changes = changes(context, migrator);
		List<Operation> counted = changes.upgrade().stream().filter(this::counts).toList();
		if (context.isJson()) {
			context.print(Json.check(changes));
		}
		else if (!context.options().isQuiet()) {
			print(context, changes, counted.isEmpty());
		}
		return (counted.isEmpty()) ? DONE : FAILED;
	}

	private static void checkPending(Migrator migrator) {
		List<String> pending = migrator.plan(Direction.UPGRADE, migrator.settings().target())
			.stream()
			.map(PlannedStep::revision)
			.map(Progress::title)
			.toList();
		if (!pending.isEmpty()) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"%d %s pending: %s.".formatted(pending.size(),
							(pending.size() == 1) ? "revision is" : "revisions are", String.join(", ", pending)),
					"Run 'migrator upgrade'.");
		}
	}

	private static Changes changes(CommandContext context, Migrator migrator) {
		if (!context.hasBean(Autogenerate.class) || !context.autogenerateProperties().isEnabled()) {
			return Changes.NONE;
		}
		Autogenerate autogenerate = context.bean(Autogenerate.class);
		return (autogenerate.targets(migrator).isEmpty()) ? Changes.NONE
				: autogenerate.changes(migrator, RenameDecision.NEVER);
	}

	private boolean counts(Operation operation) {
		return !this.allowDrops || !OperationLine.isDrop(operation);
	}

	private static void print(CommandContext context, Changes changes, boolean holds) {
		if (holds) {
			context.print("The database has all revisions up to %s.".formatted(context.migrator().settings().target()));
			context.print("No new upgrade operations detected.");
		}
		else {
			context.print("New upgrade operations detected:");
		}
		changes.upgrade().forEach((operation) -> context.print("  " + OperationLine.of(operation)));
		changes.candidates()
			.forEach((candidate) -> context.print("  %s may be %s now, because %s".formatted(candidate.oldName(),
					candidate.newName(), candidate.reason())));
		if (!holds) {
			context.print("Run 'migrator revision --autogenerate -m TEXT'.");
		}
	}

}
