package dev.migrator.dialect.standard;

import org.jspecify.annotations.Nullable;

/**
 * A name as it stands in a statement: each part with its quotes, if it has them, and not
 * folded.
 *
 * @param schema the schema, or {@code null} if the statement names none
 * @param name the name of a table, index, sequence, view or schema
 */
public record SqlName(@Nullable String schema, String name) {

	SqlName withName(String newName) {
		return new SqlName(this.schema, newName);
	}

	String sql() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

	/**
	 * Return whether a part stands in quotes.
	 * @param part the part of a name
	 * @return whether the database takes it as it is
	 */
	public static boolean isQuoted(String part) {
		return part.startsWith("\"") || part.startsWith("`");
	}

	/**
	 * Return a part without its quotes.
	 * @param part the part of a name
	 * @return its text, not folded
	 */
	public static String unquoted(String part) {
		if (!isQuoted(part)) {
			return part;
		}
		String quote = part.substring(0, 1);
		return part.substring(1, part.length() - 1).replace(quote + quote, quote);
	}

}
