package dev.migrator.script.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a message as they stand in the name of a file.
 *
 * @param words the words, in lower case
 */
record Slug(List<String> words) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

	Slug {
		words = List.copyOf(words);
	}

	/**
	 * Take the words of a message: as many whole ones as fit, as Alembic does.
	 * @param message the message
	 * @param longest how many characters they may have together, with an underscore
	 * between two
	 * @return the words
	 */
	static Slug of(String message, int longest) {
		List<String> words = new ArrayList<>();
		int length = -1;
		for (String word : words(message)) {
			int size = word.codePointCount(0, word.length());
			if (length + 1 + size > longest) {
				if (words.isEmpty()) {
					words.add(word.substring(0, word.offsetByCodePoints(0, longest)));
				}
				break;
			}
			words.add(word);
			length += 1 + size;
		}
		return new Slug(words);
	}

	private static List<String> words(String message) {
		return WORD.matcher(message)
			.results()
			.map(MatchResult::group)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.toList();
	}

	boolean isEmpty() {
		return this.words.isEmpty();
	}

	/** The words with underscores between them: {@code add_hero_table}. */
	String snakeCase() {
		return String.join("_", this.words);
	}

	/** The words as they stand in the name of a class: {@code AddHeroTable}. */
	String camelCase() {
		StringBuilder text = new StringBuilder();
		for (String words : this.words) {
			for (String word : words.split("_", -1)) {
				if (!word.isEmpty()) {
					int first = word.codePointAt(0);
					text.appendCodePoint(Character.toTitleCase(first))
						.append(word.substring(Character.charCount(first)));
				}
			}
		}
		return text.toString();
	}

}
