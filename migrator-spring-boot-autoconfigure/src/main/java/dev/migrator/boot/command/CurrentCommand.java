package dev.migrator.boot.command;

import java.util.SortedSet;
import java.util.TreeSet;

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
		// A head that others depend on is no row of the table: it is applied with them.
		SortedSet<String> heads = migrator.scripts().graph().realHeads();
		boolean holds = !this.checkHeads || status.current().equals(heads);
		if (context.isJson()) {
			context.print(Json.current(status));
			return (holds) ? DONE : FAILED;
		}
		print(context, status);
		if (!holds) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"The database is at %s, and the heads are %s.".formatted(listed(status.current()), listed(heads)),
					"Run 'migrator upgrade heads'.");
		}
		return DONE;
	}

	// The first word of each line is an id, for those who cut it out.
	private static void print(CommandContext context, MigrationStatus status) {
		if (context.options().isVerbose()) {
			context.print("Database: %s %d.%d, %s".formatted(status.database().product(),
					status.database().majorVersion(), status.database().minorVersion(), status.database().url()));
			context.print("State: " + sentence(status));
			if (!status.current().isEmpty()) {
				context.print("");
			}
		}
		RevisionListing listing = RevisionListing.of(context, status.graph());
		SortedSet<String> rows = new TreeSet<>(status.current());
		rows.removeIf((id) -> !context.migrator().scripts().contains(id));
		listing.print(rows);
		status.current()
			.stream()
			.filter((id) -> !rows.contains(id))
			.forEach((id) -> context.print(id + "  (not in this application)"));
	}

	private static String sentence(MigrationStatus status) {
		String pending = (status.pending().size() == 1) ? "1 revision is pending"
				: status.pending().size() + " revisions are pending";
		return switch (status.status()) {
			case UP_TO_DATE -> "up to date";
			case PENDING -> pending;
			case AHEAD -> "the database is ahead of this application";
			case DIVERGED -> pending + ", and the database has others of another application";
		};
	}

	private static String listed(SortedSet<String> revisions) {
		return (revisions.isEmpty()) ? "<base>" : String.join(", ", revisions);
	}

}
