package dev.migrator.boot.command;

import java.util.Collection;
import java.util.List;

/**
 * What a command did with the database.
 *
 * @param command the command
 * @param revisions the revisions applied or reverted, in order
 * @param current the rows of the version table afterwards
 */
record Outcome(String command, List<String> revisions, Collection<String> current) {

	void print(CommandContext context) {
		if (context.isJson()) {
			context.print(Json.outcome(this));
		}
		else if (!context.options().isQuiet()) {
			context.print("The database is at %s."
				.formatted((this.current.isEmpty()) ? "<base>" : String.join(", ", this.current)));
		}
	}

}
