package dev.migrator.dialect.syntax;

/**
 * A piece of SQL text. The tokens of a text follow one another without a gap: their texts
 * joined are the text.
 *
 * @param kind what it is
 * @param text its text, with its quotes
 * @param start where it starts in the text: an offset in characters, from 0
 * @param end where it ends: the offset after its last character
 * @param line the line it starts at, from the number given for the text's first line
 */
public record SqlToken(Kind kind, String text, int start, int end, int line) {

	/**
	 * Tell whether this token is code rather than a comment, whitespace or a command of
	 * the client.
	 * @return whether the database sees it as code
	 */
	public boolean isCode() {
		return switch (this.kind) {
			case COMMENT, WHITESPACE, COMMAND -> false;
			default -> true;
		};
	}

	/**
	 * Tell whether this is an unquoted word, whatever its case.
	 * @param word the word
	 * @return whether this token is that word
	 */
	public boolean isWord(String word) {
		return this.kind == Kind.WORD && this.text.equalsIgnoreCase(word);
	}

	/**
	 * Tell whether this is a symbol.
	 * @param symbol the symbol
	 * @return whether this token is that symbol
	 */
	public boolean isSymbol(String symbol) {
		return this.kind == Kind.SYMBOL && this.text.equals(symbol);
	}

	/** The kinds of tokens. */
	public enum Kind {

		/** A keyword or an unquoted identifier. */
		WORD,

		/** An identifier in quotes, backticks or brackets. */
		QUOTED_IDENTIFIER,

		/**
		 * A string, with its prefix ({@code E}, {@code N}, {@code U&}, …) if it has one.
		 */
		STRING,

		/** A string in dollar quotes. */
		DOLLAR_STRING,

		/** A number. */
		NUMBER,

		/** A parameter with a number: {@code $1}. */
		PARAMETER,

		/** An operator, a bracket, or the frame of a conditional comment. */
		SYMBOL,

		/** What separates statements: a semicolon, or what {@code DELIMITER} set. */
		SEPARATOR,

		/** A {@code DELIMITER} command, up to the end of its line. */
		COMMAND,

		/** A comment, without the line end that ends it. */
		COMMENT,

		/** Whitespace. */
		WHITESPACE

	}

}
