package dev.migrator.boot.command;

import java.util.function.Supplier;

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
	 * @param analysis describes what Migrator does not know, {@code null} for unknown to
	 * all
	 * @return the exit status
	 */
	int print(Throwable failure, Supplier<@Nullable String> analysis) {
		if (this.options.isVerbose()) {
			failure.printStackTrace(this.console.err());
		}
		MigratorException known = known(failure);
		String category = ((known != null) ? known.category() : ErrorCategory.CONFIGURATION).code();
		String message = (known != null) ? String.valueOf(known.getMessage()) : message(failure, analysis);
		if (this.options.isJson()) {
			this.console.print(Json.error(category, message));
		}
		else {
			this.console.err().println("error: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
		}
		return CommandAction.FAILED;
	}

	private static String message(Throwable failure, Supplier<@Nullable String> analysis) {
		String described = analysis.get();
		if (described != null) {
			return described;
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return "%s: %s (-v shows where)".formatted(cause.getClass().getSimpleName(), cause.getMessage());
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
		this.console.err().println("error: " + problem(failure));
		if (command.getParent() == null && !(failure instanceof UnmatchedArgumentException)) {
			command.usage(this.console.err());
		}
		else if (!UnmatchedArgumentException.printSuggestions(failure, this.console.err())) {
			this.console.err().println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
		}
	}

	private static String problem(ParameterException failure) {
		if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
			String word = unmatched.getUnmatched().get(0);
			if (word.startsWith("-")) {
				return "There is no option '%s'.".formatted(word);
			}
			boolean isRoot = failure.getCommandLine().getParent() == null;
			return (isRoot ? "There is no command '%s'." : "'%s' is one argument too many.").formatted(word);
		}
		return String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
	}

}
