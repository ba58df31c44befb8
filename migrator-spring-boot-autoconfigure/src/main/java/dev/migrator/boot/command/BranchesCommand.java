package dev.migrator.boot.command;

import java.util.function.Function;

import dev.migrator.revision.RevisionInfo;
import picocli.CommandLine.Command;

/**
 * Shows the branch points.
 */
@Command(name = "branches", description = "Show the revisions that several follow, and those.")
final class BranchesCommand implements CommandAction {

	@Override
	public int run(CommandContext context) {
		RevisionListing listing = RevisionListing.ofFiles(context);
		if (context.isJson() || context.options().isVerbose()) {
			listing.print(listing.graph().branchPoints());
			return DONE;
		}
		Function<RevisionInfo, String> text = listing.text();
		for (String point : listing.graph().branchPoints()) {
			context.print(text.apply(listing.graph().get(point)));
			for (String child : listing.graph().children(point)) {
				context.print(text.apply(listing.graph().get(child)).indent(4).stripTrailing());
			}
		}
		return DONE;
	}

}
