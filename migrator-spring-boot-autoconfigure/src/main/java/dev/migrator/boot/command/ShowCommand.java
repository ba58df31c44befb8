package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.execution.RevisionDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Shows one revision with its SQL.
 */
@Command(name = "show", description = "Show revisions with the SQL that they run.")
final class ShowCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", converter = SymbolConverter.class,
			description = "Which: an id or its beginning, a label, head, heads, current …")
	private String symbol = "";

	@Override
	public int run(CommandContext context) {
		RevisionListing listing = RevisionListing.withDatabase(context);
		List<RevisionDetails> revisions = listing.graph()
			.resolve(this.symbol, listing.current())
			.stream()
			.map((id) -> context.migrator().show(id))
			.toList();
		if (context.isJson()) {
			context.print(Json.details(revisions, listing::view));
			return DONE;
		}
		for (RevisionDetails revision : revisions) {
			print(context, listing, revision);
		}
		return DONE;
	}

	private static void print(CommandContext context, RevisionListing listing, RevisionDetails revision) {
		context.print(listing.verboseText().apply(revision.info()));
		print(context, "Upgrade", revision.upgrade());
		print(context, "Downgrade", revision.downgrade());
		if (revision.note() != null) {
			context.print("");
			context.print("Note: " + revision.note());
		}
	}

	private static void print(CommandContext context, String title, List<String> statements) {
		if (!statements.isEmpty()) {
			context.print("");
			context.print(title + ":");
			statements.forEach((statement) -> context.print((statement + ";").indent(4).stripTrailing()));
		}
	}

}
