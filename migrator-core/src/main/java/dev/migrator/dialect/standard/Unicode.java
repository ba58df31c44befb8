package dev.migrator.dialect.standard;

import java.util.Locale;

/**
 * Texts that no database keeps.
 */
final class Unicode {

	private Unicode() {
	}

	/**
	 * Return whether a text has half of a surrogate pair by itself.
	 * @param text the text
	 * @return whether it is no sequence of characters
	 */
	static boolean hasLoneSurrogate(String text) {
		return text.codePoints().anyMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

	/**
	 * Write a text so that each half can be seen.
	 * @param text the text
	 * @return the text with such halves as their numbers
	 */
	static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((c) -> {
			if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
				escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
			}
			else {
				escaped.appendCodePoint(c);
			}
		});
		return escaped.toString();
	}

}
