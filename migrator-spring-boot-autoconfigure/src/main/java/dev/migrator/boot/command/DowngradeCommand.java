package dev.migrator.boot.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Brings the database down.
 */
@Command(name = "downgrade", description = "Downgrade the database.")
final class DowngradeCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", converter = SymbolConverter.class,
			description = "Where to go: an id or its beginning, base, -1, label@-1 …")
	private String target = "";

	@Override
	public int run(CommandContext context) {
		Progress progress = new Progress(context);
		progress.report("downgrade", context.migrator().with(progress).downgrade(this.target));
		return DONE;
	}

}
