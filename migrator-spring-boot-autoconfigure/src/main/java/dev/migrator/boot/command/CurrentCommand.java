package dev.migrator.boot.command;

import java.util.SortedSet;

import dev.migrator.Migrator;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows where the database is.
 */
@Command(name = "current", description = "Show the revisions that the database is at.")
final class CurrentCommand implements CommandAction {

	@Option(names = { "-c", "--check-heads" }, description = "Fail unless the database is at the heads.")
	private boolean checkHeads;

	@Override
	public int run(CommandContext context) {
		Migrator migrator = context.migrator();
		MigrationStatus status = migrator.status();
		if (context.isJson()) {
			context.print(Json.current(status));
		}
		else {
			status.current().forEach(context::print);
		}
		if (this.checkHeads) {
			check(status.current(), migrator.scripts().graph().realHeads());
		}
		return DONE;
	}

	// A head that others depend on is no row of the table: it is applied with them.
	private static void check(SortedSet<String> current, SortedSet<String> heads) {
		if (!current.equals(heads)) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"The database is at %s, and the heads are %s.".formatted(listed(current), listed(heads)),
					"Run 'migrator upgrade heads'.");
		}
	}

	private static String listed(SortedSet<String> revisions) {
		return (revisions.isEmpty()) ? "<base>" : String.join(", ", revisions);
	}

}
