package dev.migrator.script.writing;

import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Takes a command line apart as a shell does, as far as quotes go: what stands in single
 * or double quotes is one word. A backslash is a character as any other, since it stands
 * in the paths of Windows.
 */
final class Words {

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

	private Words() {
	}

	/**
	 * Split a command line.
	 * @param text the program and its arguments
	 * @return the words, at least one
	 * @throws MigratorException {@code CONFIGURATION} if there is none, or a quote is
	 * never closed
	 */
	static List<String> split(String text) {
		List<String> words = WORD.matcher(text)
			.results()
			.map((word) -> QUOTED.matcher(word.group()).replaceAll("$1$2"))
			.toList();
		String left = WORD.matcher(text).replaceAll("");
		if (words.isEmpty() || !left.isBlank()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"'%s' is no command: %s.".formatted(text,
							left.isBlank() ? "it names no program"
									: "the quote %s is never closed".formatted(left.strip())),
					"Write a program and its arguments, such as: git add {file}");
		}
		return words;
	}

}
