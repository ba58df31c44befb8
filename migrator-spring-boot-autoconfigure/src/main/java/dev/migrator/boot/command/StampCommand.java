package dev.migrator.boot.command;

import java.util.List;
import java.util.SortedSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets the version table without running anything.
 */
@Command(name = "stamp", description = "Set the version table without running any revision.")
final class StampCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", arity = "1..*", converter = SymbolConverter.class,
			description = "What the table is to say: ids or their beginnings, labels, head, heads, base …")
	private List<String> targets = List.of();

	@Option(names = "--purge", description = "Forget what the table says, even if it makes no sense.")
	private boolean purge;

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Override
	public int run(CommandContext context) {
		if (this.script.isWanted()) {
			this.script.print(context, (offline, out) -> offline.stamp(String.join(",", this.targets), out));
			return DONE;
		}
		SortedSet<String> rows = context.migrator().stamp(this.targets, this.purge);
		new Outcome("stamp", List.of(), rows).print(context);
		return DONE;
	}

}
