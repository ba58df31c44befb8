package dev.migrator.boot.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows the heads.
 */
@Command(name = "heads", description = "Show the revisions that none follows.")
final class HeadsCommand implements CommandAction {

	@Option(names = "--resolve-dependencies", description = "Leave out heads on which another revision depends.")
	private boolean resolveDependencies;

	@Override
	public int run(CommandContext context) {
		RevisionListing listing = RevisionListing.ofFiles(context);
		listing.print((this.resolveDependencies) ? listing.graph().realHeads() : listing.graph().heads());
		return DONE;
	}

}
