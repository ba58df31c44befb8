package dev.migrator.boot.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.springframework.beans.factory.BeanFactory;
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
			ParseResult innermost = innermost(result);
			OptionRules.check(innermost);
			Object command = innermost.commandSpec().userObject();
			if (command instanceof PlainAction plain) {
				return new CommandRun(arguments, console, options, null, plain.run(console));
			}
			if (command instanceof CommandAction action) {
				return new CommandRun(arguments, console, options, action, null);
			}
			throw new ParameterException(innermost.commandSpec().commandLine(), "The command is missing.");
		}
		catch (ParameterException ex) {
			new CommandFailure(console, options).printUsage(ex);
			return new CommandRun(arguments, console, options, null, CommandAction.USAGE);
		}
	}

	private static ParseResult innermost(ParseResult result) {
		ParseResult innermost = result;
		while (innermost.hasSubcommand()) {
			innermost = innermost.subcommand();
		}
		return innermost;
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
			return report(ex, beanFactory, environment);
		}
	}

	/**
	 * Say that the command failed.
	 * @param failure what went wrong
	 * @param beanFactory the application's beans, or {@code null} if it has none yet
	 * @param environment the application's properties, or {@code null} if it has none yet
	 * @return the exit status
	 */
	int report(Throwable failure, @Nullable BeanFactory beanFactory, @Nullable Environment environment) {
		return new CommandFailure(this.console, this.options).print(failure,
				() -> new StartFailure(beanFactory, environment).describe(failure));
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
