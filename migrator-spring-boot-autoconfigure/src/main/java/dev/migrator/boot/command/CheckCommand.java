package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.PlannedStep;
import dev.migrator.revision.Direction;
import picocli.CommandLine.Command;

/**
 * Makes sure that the database has what the application needs.
 */
@Command(name = "check",
		description = "Fail if revisions are pending, or if something keeps the database from being upgraded.")
final class CheckCommand implements CommandAction {

	@Override
	public int run(CommandContext context) {
		String target = context.migrator().settings().target();
		List<String> pending = context.migrator()
			.plan(Direction.UPGRADE, target)
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
		context.migrator().check();
		if (context.isJson()) {
			context.print("{\"pending\":[]}");
		}
		else if (!context.options().isQuiet()) {
			context.print("The database has all revisions up to %s.".formatted(target));
		}
		return DONE;
	}

}
