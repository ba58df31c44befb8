package dev.migrator.dialect.sqlite;

/**
 * A piece of a text.
 *
 * @param from where it starts: an offset in characters, from 0
 * @param to the offset after its last character
 */
record Span(int from, int to) {

	String of(String text) {
		return text.substring(this.from, this.to);
	}

	/** What is between this piece and one that follows it. */
	Span until(Span next) {
		return new Span(this.to, next.from);
	}

}
