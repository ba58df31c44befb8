package dev.migrator.boot.command;

import java.util.List;

import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Which options do not go together, and which need another one.
 */
final class OptionRules {

	private static final List<List<String>> APART = List.of(List.of("--sql", "--plan"), List.of("--sql", "--dry-run"),
			List.of("--sql", "--purge"), List.of("--sql", "--json"), List.of("--mermaid", "--json"),
			List.of("--dot", "--json"), List.of("--from-revisions", "--from-database"));

	private OptionRules() {
	}

	/**
	 * Look at the options of a command.
	 * @param command what picocli read
	 * @throws ParameterException if they make no sense
	 */
	static void check(ParseResult command) {
		for (List<String> pair : APART) {
			if (pair.stream().allMatch((option) -> isGiven(command, option))) {
				throw new ParameterException(command.commandSpec().commandLine(),
						"%s and %s do not go together.".formatted(pair.get(0), pair.get(1)));
			}
		}
		for (String option : List.of("--rename", "--no-renames", "--allow-drops", "--from-revisions",
				"--from-database")) {
			if (command.commandSpec().findOption("--autogenerate") != null && isGiven(command, option)
					&& !isGiven(command, "--autogenerate")) {
				throw new ParameterException(command.commandSpec().commandLine(),
						"%s is for --autogenerate only.".formatted(option));
			}
		}
		if (command.commandSpec().findOption("--sql") != null && isGiven(command, "--dialect")
				&& !isGiven(command, "--sql")) {
			throw new ParameterException(command.commandSpec().commandLine(), "--dialect is for --sql only.");
		}
	}

	// An option that all commands share may also stand in front of the command.
	private static boolean isGiven(ParseResult command, String option) {
		return command.hasMatchedOption(option)
				|| command.commandSpec().root().commandLine().getParseResult().hasMatchedOption(option);
	}

}
