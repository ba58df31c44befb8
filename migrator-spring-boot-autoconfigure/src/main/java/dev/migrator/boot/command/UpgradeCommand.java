package dev.migrator.boot.command;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Brings the database up.
 */
@Command(name = "upgrade", description = "Upgrade the database.")
final class UpgradeCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", arity = "0..*", converter = SymbolConverter.class,
			description = "Where to go: an id or its beginning, a label, head, heads, +1 … (default: migrator.target).")
	private List<String> targets = List.of();

	@Override
	public int run(CommandContext context) {
		Progress progress = new Progress(context);
		progress.report("upgrade", context.migrator()
			.with(progress)
			.upgrade((this.targets.isEmpty()) ? List.of(context.migrator().settings().target()) : this.targets));
		return DONE;
	}

}
