package dev.migrator.boot.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * One run of a command: its words are read before the application is prepared, so that
 * help and wrong usage cost nothing, and it is executed when the application's
 * configuration is in force.
 */
final class CommandRun {

	private final CommandArguments arguments;

	private final Console console;

	private final MigratorCommand options;

	private final @Nullable CommandAction action;

	private final @Nullable Integer status;

	private CommandRun(CommandArguments arguments, Console console, MigratorCommand options,
			@Nullable CommandAction action, @Nullable Integer status) {
		this.arguments = arguments;
		this.console = console;
		this.options = options;
		this.action = action;
		this.status = status;
	}

	/**
	 * Read a command.
	 * @param arguments the application's arguments
	 * @param console where help and errors go
	 * @return the run, which has a status already if there is nothing to execute
	 */
	static CommandRun parse(CommandArguments arguments, Console console) {
		MigratorCommand options = new MigratorCommand();
		CommandLine line = MigratorCommand.line(options, console);
		try {
			ParseResult result = line.parseArgs(arguments.words().toArray(String[]::new));
			Integer help = CommandLine.executeHelpRequest(result);
			if (help != null) {
				return new CommandRun(arguments, console, options, null, help);
			}
			return new CommandRun(arguments, console, options, action(result), null);
		}
		catch (ParameterException ex) {
			new CommandFailure(console, options).printUsage(ex);
			return new CommandRun(arguments, console, options, null, CommandAction.USAGE);
		}
	}

	private static CommandAction action(ParseResult result) {
		ParseResult innermost = result;
		while (innermost.hasSubcommand()) {
			innermost = innermost.subcommand();
		}
		if (innermost.commandSpec().userObject() instanceof CommandAction action) {
			return action;
		}
		throw new ParameterException(innermost.commandSpec().commandLine(), "The command is missing.");
	}

	/**
	 * Execute the command.
	 * @param beanFactory the application's beans, none of which need be made yet
	 * @param environment the application's properties
	 * @return the exit status
	 */
	int execute(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		CommandAction parsed = this.action;
		if (parsed == null) {
			throw new IllegalStateException("There is nothing to execute");
		}
		try {
			return parsed.run(new CommandContext(beanFactory, environment, this.console, this.options));
		}
		catch (RuntimeException ex) {
			return report(ex);
		}
	}

	/**
	 * Say that the command failed.
	 * @param failure what went wrong
	 * @return the exit status
	 */
	int report(Throwable failure) {
		return new CommandFailure(this.console, this.options).print(failure);
	}

	CommandArguments arguments() {
		return this.arguments;
	}

	Console console() {
		return this.console;
	}

	MigratorCommand options() {
		return this.options;
	}

	/**
	 * Return the exit status of a run that ended when its words were read.
	 * @return the status, or {@code null} if there is something to execute
	 */
	@Nullable Integer status() {
		return this.status;
	}

}
