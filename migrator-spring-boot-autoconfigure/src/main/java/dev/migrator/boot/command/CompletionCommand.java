package dev.migrator.boot.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Writes a script by which a shell completes commands and options.
 */
@Command(name = "completion", description = "Write a completion script for bash and zsh.",
		footer = { "", "To use it: source <(java -jar app.jar migrator completion),",
				"where 'migrator' is an alias or a function that runs the application's command line." })
final class CompletionCommand implements PlainAction {

	@Spec
	@SuppressWarnings("NullAway.Init") // picocli sets it
	private CommandSpec spec;

	@Override
	public int run(Console console) {
		console.out().print(AutoComplete.bash("migrator", this.spec.root().commandLine()));
		return CommandAction.DONE;
	}

}
