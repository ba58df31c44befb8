package dev.migrator.boot.command;

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
		context.migrator().resolve(this.revision, this.finding.resolution());
		if (!context.options().isQuiet()) {
			context.print("Revision %s is set right; upgrade to go on.".formatted(this.revision));
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
