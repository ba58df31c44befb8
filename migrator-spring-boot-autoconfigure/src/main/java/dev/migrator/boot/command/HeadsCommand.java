package dev.migrator.boot.command;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.writing.ProjectHeads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows the heads, and writes the file that names them.
 */
@Command(name = "heads", description = "Show the revisions that none follows.")
final class HeadsCommand implements CommandAction {

	@Option(names = "--resolve-dependencies", description = "Leave out heads on which another revision depends.")
	private boolean resolveDependencies;

	@Option(names = "--write", description = "Write the file 'heads' beside the revisions, whatever it says now.")
	private boolean write;

	@Override
	public int run(CommandContext context) {
		if (this.write) {
			write(context);
		}
		RevisionListing listing = RevisionListing.ofFiles(context);
		listing.print((this.resolveDependencies) ? listing.graph().realHeads() : listing.graph().heads());
		return DONE;
	}

	private static void write(CommandContext context) {
		List<Path> written = new ProjectHeads(context.scriptSettings()).write(context.migrator().scripts());
		if (written.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"There is no folder of revisions in %s.".formatted(context.scriptSettings().directory()),
					"Run this in the directory of the project, or set migrator.script.directory to it.");
		}
		if (!context.options().isQuiet() && !context.isJson()) {
			written.forEach((file) -> context.print("Wrote " + context.relative(file)));
		}
	}

}
