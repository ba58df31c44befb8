package dev.migrator.dialect.standard;

import java.util.Set;
import java.util.regex.Pattern;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.IdentifierLimit;

/**
 * How a database writes names. A plain name stands without quotes, so that the database
 * folds its letters as it folds the names in hand-written SQL; any other stands in double
 * quotes, exactly as it is given.
 *
 * @param database the database's name in messages
 * @param keywords the words, in lower case, that are no names unless quoted
 * @param limit how long a name may be
 * @param limitUnit what the limit counts
 */
public record Identifiers(String database, Set<String> keywords, int limit, Unit limitUnit) {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	public Identifiers {
		keywords = Set.copyOf(keywords);
	}

	/**
	 * Return whether a name stands without quotes.
	 * @param name the name
	 * @return whether it is plain
	 */
	public boolean isPlain(String name) {
		return PLAIN.matcher(name).matches() && !this.keywords.contains(name);
	}

	/**
	 * Write a name.
	 * @param name the name
	 * @return the name in SQL
	 * @throws MigratorException {@code UNSUPPORTED} if it is empty, has a NUL character
	 * or half of a surrogate pair, or is too long
	 */
	public String write(String name) {
		check(name);
		return (isPlain(name)) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
	}

	/**
	 * Return how long a name may be.
	 * @return the limit
	 */
	public IdentifierLimit limits() {
		return new IdentifierLimit(this.limit, this.limitUnit == Unit.BYTES);
	}

	private void check(String name) {
		if (name.isEmpty()) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED, "A name in %s is empty.".formatted(this.database),
					"Give every table, column, constraint and index a name of at least one character.");
		}
		if (name.indexOf('\0') != -1) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"The name '%s' holds a NUL character.".formatted(name.replace("\0", "\\0")), "Remove it.");
		}
		if (Unicode.hasLoneSurrogate(name)) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"The name '%s' has half of a surrogate pair, which is no character."
						.formatted(Unicode.escaped(name)),
					"Remove it.");
		}
		int length = limits().lengthOf(name);
		if (length > this.limit) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED, "The name '%s' has %d %s, but %s keeps only %d."
				.formatted(name, length, this.limitUnit.word, this.database, this.limit), "Choose a shorter name.");
		}
	}

	/** What the length of a name is counted in. */
	public enum Unit {

		/** Characters of Java: UTF-16 units. */
		CHARACTERS("characters"),

		/** Bytes of UTF-8. */
		BYTES("bytes");

		private final String word;

		Unit(String word) {
			this.word = word;
		}

	}

}
