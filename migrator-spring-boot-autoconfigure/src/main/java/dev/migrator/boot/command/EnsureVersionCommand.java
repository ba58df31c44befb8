package dev.migrator.boot.command;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Creates the version table.
 */
@Command(name = "ensure-version",
		description = "Create the tables of Migrator, which the first upgrade would create otherwise.")
final class EnsureVersionCommand implements CommandAction {

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Override
	public int run(CommandContext context) {
		if (this.script.isWanted()) {
			this.script.print(context, (offline, out) -> offline.ensureVersion(out));
		}
		else {
			context.migrator().ensureVersion();
			new Outcome("ensure-version", List.of(), context.migrator().status().current()).print(context);
		}
		return DONE;
	}

}
