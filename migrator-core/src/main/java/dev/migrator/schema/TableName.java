package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, or of anything else that stands in a schema, with that schema if
 * it is not the default one.
 *
 * @param schema the schema, or {@code null} for the default one
 * @param name the table's own name
 */
public record TableName(@Nullable String schema, String name) {

	public TableName {
		if (name.isEmpty() || (schema != null && schema.isEmpty())) {
			throw new IllegalArgumentException("A name and its schema must not be empty");
		}
	}

	/**
	 * Read a name as it is written in a migration: {@code hero}, {@code app.hero}, or
	 * with parts in double quotes where a part has a dot in it: {@code app."a.b"}.
	 * @param text the text
	 * @return the name
	 * @throws IllegalArgumentException if the text is not of that form
	 */
	public static TableName of(String text) {
		int end = endOfPart(text, 0);
		if (end == text.length()) {
			return new TableName(null, unquote(text));
		}
		String rest = text.substring(end + 1);
		if (endOfPart(rest, 0) != rest.length()) {
			throw new IllegalArgumentException("'%s' has more than a schema and a name".formatted(text));
		}
		return new TableName(unquote(text.substring(0, end)), unquote(rest));
	}

	/**
	 * Write the name as a migration does, so that {@link #of(String)} reads it back.
	 * @return the text, with parts in double quotes where a part has a dot or a quote in
	 * it
	 */
	public String text() {
		return (this.schema != null) ? quote(this.schema) + "." + quote(this.name) : quote(this.name);
	}

	private static String quote(String part) {
		return (part.contains(".") || part.contains("\"")) ? "\"" + part.replace("\"", "\"\"") + "\"" : part;
	}

	/**
	 * Return the same schema with another table.
	 * @param newName the other table's own name
	 * @return the name
	 */
	public TableName withName(String newName) {
		return new TableName(this.schema, newName);
	}

	private static int endOfPart(String text, int start) {
		boolean quoted = false;
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			}
			else if (c == '.' && !quoted) {
				return i;
			}
		}
		return text.length();
	}

	private static String unquote(String part) {
		if (part.length() > 1 && part.startsWith("\"") && part.endsWith("\"")) {
			return part.substring(1, part.length() - 1).replace("\"\"", "\"");
		}
		return part;
	}

	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
