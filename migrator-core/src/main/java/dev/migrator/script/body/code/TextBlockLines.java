package dev.migrator.script.body.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.migrator.script.source.JavaLiteral;

/**
 * The lines of a text block.
 */
public final class TextBlockLines {

	/** So that no line gets longer than 120 characters, however deep it stands. */
	private static final int LONGEST = 88;

	private TextBlockLines() {
	}

	/**
	 * Return whether a text is read more easily as a text block. A text whose lines all
	 * begin with white space would lose it there.
	 * @param text the text
	 * @return whether it has several lines, none of them long or ending in white space
	 */
	public static boolean suit(String text) {
		List<String> lines = Arrays.asList(text.split("\n", -1));
		return lines.size() > 1 && text.chars().noneMatch((c) -> c < ' ' && c != '\n' && c != '\t')
				&& lines.stream().noneMatch((line) -> line.length() > LONGEST || !line.equals(line.stripTrailing()))
				&& !lines.get(lines.size() - 1).isEmpty()
				&& lines.stream().anyMatch((line) -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)));
	}

	/** The last line of the result is the one that three quotes end. */
	static List<String> of(String text) {
		List<String> lines = new ArrayList<>();
		text.lines().map(TextBlockLines::escape).forEach(lines::add);
		int last = lines.size() - 1;
		if (lines.get(last).endsWith("\"")) {
			String line = lines.get(last);
			lines.set(last, line.substring(0, line.length() - 1) + "\\\"");
		}
		return lines;
	}

	// A quote needs a backslash only where three stand in a row.
	private static String escape(String line) {
		StringBuilder escaped = new StringBuilder();
		line.codePoints().mapToObj(Character::toString).forEach((character) -> {
			boolean itself = character.equals("\"") || character.equals("\t");
			escaped.append((itself) ? character : JavaLiteral.escape(character));
		});
		return escaped.toString().replace("\"\"\"", "\\\"\\\"\\\"");
	}

}
