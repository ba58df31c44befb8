package dev.migrator.boot.command;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import org.springframework.core.NestedExceptionUtils;

/**
 * Says what went wrong: one plain line on standard error, or JSON on standard output for
 * a program that asked for it.
 */
final class CommandFailure {

	private final Console console;

	private final MigratorCommand options;

	CommandFailure(Console console, MigratorCommand options) {
		this.console = console;
		this.options = options;
	}

	/**
	 * Say that a command failed.
	 * @param failure what went wrong
	 * @return the exit status
	 */
	int print(Throwable failure) {
		if (this.options.isVerbose()) {
			failure.printStackTrace(this.console.err());
		}
		String category = category(failure).code();
		String message = message(failure);
		if (this.options.isJson()) {
			this.console.print(Json.error(category, message));
		}
		else {
			this.console.err().println("error: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
		}
		return CommandAction.FAILED;
	}

	private static ErrorCategory category(Throwable failure) {
		MigratorException known = known(failure);
		return (known != null) ? known.category() : ErrorCategory.CONFIGURATION;
	}

	private static String message(Throwable failure) {
		MigratorException known = known(failure);
		if (known != null) {
			return String.valueOf(known.getMessage());
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return (cause.getMessage() != null) ? cause.getMessage() : cause.toString();
	}

	// Spring wraps what a bean throws while it is made.
	private static @Nullable MigratorException known(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigratorException exception) {
				return exception;
			}
		}
		return null;
	}

	/**
	 * Say what is wrong with the words of a command.
	 * @param failure what picocli found
	 */
	void printUsage(ParameterException failure) {
		CommandLine command = failure.getCommandLine();
		this.console.err().println("error: " + failure.getMessage());
		if (!UnmatchedArgumentException.printSuggestions(failure, this.console.err())) {
			this.console.err().println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
		}
	}

}
