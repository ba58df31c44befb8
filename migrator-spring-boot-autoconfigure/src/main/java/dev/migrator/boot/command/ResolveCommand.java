package dev.migrator.boot.command;

import java.util.List;
import java.util.SortedSet;

import dev.migrator.Migrator;
import dev.migrator.execution.Resolution;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets a revision right that began and did not end.
 */
@Command(name = "resolve",
		description = "Set a revision right that began and did not end, where DDL commits by itself.")
final class ResolveCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", converter = SymbolConverter.class, description = "The revision.")
	private String revision = "";

	@ArgGroup(multiplicity = "1")
	private Finding finding = new Finding();

	@Override
	public int run(CommandContext context) {
		Migrator migrator = context.migrator();
		SortedSet<String> revisions = migrator.scripts().graph().resolve(this.revision);
		revisions.forEach((id) -> migrator.resolve(id, this.finding.resolution()));
		if (context.isJson()) {
			new Outcome("resolve", List.copyOf(revisions), migrator.status().current()).print(context);
		}
		else if (!context.options().isQuiet()) {
			context.print("Revision %s is set right; upgrade to go on.".formatted(String.join(", ", revisions)));
		}
		return DONE;
	}

	/**
	 * What was found out, one of three.
	 */
	static final class Finding {

		@Option(names = "--applied", description = "The statement in doubt took effect.")
		private boolean applied;

		@SuppressWarnings("unused") // what is left when the others are not given
		@Option(names = "--redo", description = "The statement in doubt did not take effect.")
		private boolean redo;

		@Option(names = "--restart", description = "All that the revision did was undone by hand.")
		private boolean restart;

		private Resolution resolution() {
			if (this.restart) {
				return Resolution.RESTART;
			}
			return (this.applied) ? Resolution.APPLIED : Resolution.REDO;
		}

	}

}
