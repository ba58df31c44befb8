package dev.migrator.script.draft;

/**
 * Makes any text the message of a revision: one line that every kind of revision file can
 * hold and gives back as it is.
 */
public final class MessageText {

	private static final int REPLACEMENT_CHARACTER = 0xFFFD;

	private MessageText() {
	}

	/**
	 * Make a text one line. White space, line ends, control characters, and characters
	 * that turn the direction of what is shown, become a blank; several of them one,
	 * those at the ends none. Half of a character becomes U+FFFD.
	 * @param text any text
	 * @return the line
	 */
	public static String normalise(String text) {
		StringBuilder line = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			if (isBlank(character)) {
				if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
					line.append(' ');
				}
			}
			else {
				boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
				line.appendCodePoint(half ? REPLACEMENT_CHARACTER : character);
			}
		});
		return line.toString().strip();
	}

	private static boolean isBlank(int character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.isISOControl(character) || turnsDirection(character);
	}

	// They could make a reviewer see other code than the compiler does.
	private static boolean turnsDirection(int character) {
		return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
	}

}
