package dev.migrator.script.source;

/**
 * Writes values as they stand in Java source.
 */
public final class JavaLiteral {

	private JavaLiteral() {
	}

	/**
	 * Write a string.
	 * @param value the string
	 * @return it in quotes, on one line
	 */
	public static String string(String value) {
		return '"' + escape(value) + '"';
	}

	/**
	 * Write what stands between the quotes of a string. A backslash is always doubled, so
	 * that none begins a Unicode escape, which Java would replace even before it looks
	 * for quotes (source: Java Language Specification, 3.3).
	 * @param value the string
	 * @return the text between its quotes
	 */
	public static String escape(String value) {
		StringBuilder text = new StringBuilder(value.length() + 16);
		value.codePoints().forEach((character) -> text.append(escape(character)));
		return text.toString();
	}

	static String escape(int character) {
		return switch (character) {
			case '"' -> "\\\"";
			case '\\' -> "\\\\";
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			case '\b' -> "\\b";
			case '\f' -> "\\f";
			default -> isShown(character) ? Character.toString(character) : "\\u%04x".formatted(character);
		};
	}

	/** Four digits are all that an escape has, so what needs more stays as it is. */
	private static boolean isShown(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.FORMAT -> character > Character.MAX_VALUE;
			default -> true;
		};
	}

}
