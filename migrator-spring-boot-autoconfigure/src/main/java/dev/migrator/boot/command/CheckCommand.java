package dev.migrator.boot.command;

import java.util.List;
import java.util.Optional;

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

	@Option(names = "--from-revisions",
			description = "Look only at what all revisions make of an empty scratch database, "
					+ "in place of the application's.")
	private boolean fromRevisions;

	@Override
	public int run(CommandContext context) {
		Migrator migrator = context.migrator();
		Optional<Changes> compared;
		if (this.fromRevisions) {
			compared = ReplayedRevisions.use(context, (replay) -> changes(context, migrator, replay));
		}
		else {
			checkPending(migrator);
			migrator.check();
			compared = changes(context, migrator, migrator);
		}
		Changes changes = compared.orElse(Changes.NONE);
		List<Operation> counted = changes.upgrade().stream().filter(this::counts).toList();
		if (context.isJson()) {
			context.print(Json.check(changes));
		}
		else if (!context.options().isQuiet()) {
			if (counted.isEmpty()) {
				context.print((this.fromRevisions) ? "All revisions run on an empty database."
						: "The database has all revisions up to %s.".formatted(migrator.settings().target()));
			}
			compared.ifPresent((found) -> print(context, found, counted.isEmpty()));
		}
		return (counted.isEmpty()) ? DONE : FAILED;
	}

	private static void checkPending(Migrator migrator) {
		List<String> pending = plan(migrator).stream().map(PlannedStep::revision).map(Progress::title).toList();
		if (!pending.isEmpty()) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"%d %s pending: %s.".formatted(pending.size(),
							(pending.size() == 1) ? "revision is" : "revisions are", String.join(", ", pending)),
					"Run 'migrator upgrade'.");
		}
	}

	// No symbol can be given here, which others are told to do.
	private static List<PlannedStep> plan(Migrator migrator) {
		try {
			return migrator.plan(Direction.UPGRADE, migrator.settings().target());
		}
		catch (MigratorException ex) {
			if (ex.category() == ErrorCategory.MULTIPLE_HEADS) {
				throw new MigratorException(ex.category(), ex.problem(),
						"Join them with 'migrator merge heads', or set migrator.target to 'heads' if they are to stay.",
						ex);
			}
			throw ex;
		}
	}

	// Empty where there is nothing to compare the database with.
	private static Optional<Changes> changes(CommandContext context, Migrator migrator, Migrator compared) {
		if (!context.hasBean(Autogenerate.class) || !context.autogenerateProperties().isEnabled()) {
			return Optional.empty();
		}
		Autogenerate autogenerate = context.bean(Autogenerate.class);
		return (autogenerate.targets(migrator).isEmpty()) ? Optional.empty()
				: Optional.of(autogenerate.changes(migrator, compared, RenameDecision.NEVER));
	}

	private boolean counts(Operation operation) {
		return !this.allowDrops || !OperationLine.isDrop(operation);
	}

	private static void print(CommandContext context, Changes changes, boolean holds) {
		context.print((!holds) ? "New upgrade operations detected:"
				: (changes.upgrade().isEmpty()) ? "No new upgrade operations detected."
						: "No new upgrade operations detected but drops, which are allowed:");
		changes.upgrade().forEach((operation) -> context.print("  " + OperationLine.of(operation)));
		changes.candidates()
			.forEach((candidate) -> context.print("  %s may be %s now, because %s".formatted(candidate.oldName(),
					candidate.newName(), candidate.reason())));
		if (!holds) {
			context.print("Run 'migrator revision --autogenerate -m TEXT'.");
		}
	}

}
