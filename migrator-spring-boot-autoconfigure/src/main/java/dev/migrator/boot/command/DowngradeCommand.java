package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Brings the database down.
 */
@Command(name = "downgrade", description = "Downgrade the database.")
final class DowngradeCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", converter = SymbolConverter.class, description = {
			"Where to go: an id or its beginning, base, -1, label@-1 …", "With --sql from where to where: FROM:TO." })
	private String target = "";

	@Mixin
	private final RunOptions options = new RunOptions();

	@Override
	public int run(CommandContext context) {
		if (this.options.script().isWanted()) {
			this.options.script().print(context, (offline, out) -> offline.downgrade(this.target, out));
			return DONE;
		}
		UpgradeCommand.requireSymbol(this.target);
		if (!this.options.look(context, Direction.DOWNGRADE, List.of(this.target))) {
			Progress progress = new Progress(context);
			progress.report("downgrade", this.options.migrator(context).with(progress).downgrade(this.target));
		}
		return DONE;
	}

}
