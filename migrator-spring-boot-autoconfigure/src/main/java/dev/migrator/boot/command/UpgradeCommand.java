package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Brings the database up.
 */
@Command(name = "upgrade", description = "Upgrade the database.")
final class UpgradeCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", arity = "0..*", converter = SymbolConverter.class,
			description = {
					"Where to go: an id or its beginning, a label, head, heads, +1 … (default: migrator.target).",
					"With --sql from where to where: FROM:TO, or TO from an empty database." })
	private List<String> targets = List.of();

	@Mixin
	private final RunOptions options = new RunOptions();

	@Override
	public int run(CommandContext context) {
		List<String> goal = (this.targets.isEmpty()) ? List.of(context.migrator().settings().target()) : this.targets;
		if (this.options.script().isWanted()) {
			// Several targets are a list in a range.
			String range = String.join(",", goal);
			this.options.script().print(context, (offline, out) -> offline.upgrade(range, out));
		}
		else {
			goal.forEach(UpgradeCommand::requireSymbol);
			if (!this.options.look(context, Direction.UPGRADE, goal)) {
				Progress progress = new Progress(context);
				progress.report("upgrade", this.options.migrator(context).with(progress).upgrade(goal));
			}
		}
		return DONE;
	}

	static void requireSymbol(String target) {
		if (RevisionRange.isRange(target)) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"'%s' is a range, and where the database is, it knows itself.".formatted(target),
					"Name the target alone, or write a script of the range with --sql.");
		}
	}

}
