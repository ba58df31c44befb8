package dev.migrator.dialect.standard;

import java.util.stream.Stream;

import dev.migrator.operation.CompositeOperation;

/**
 * Statements on types of several attributes, where a database has none.
 */
public class CompositeSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public CompositeSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 * @throws dev.migrator.error.MigratorException {@code UNSUPPORTED} if the database
	 * has no such types
	 */
	public Stream<String> render(CompositeOperation operation) {
		throw SqlWords.unsupported(
				"%s has no composite types, and '%s' would be one.".formatted(this.words.product(), operation.type()),
				"Have a column for each attribute there, for example by op.dialect().");
	}

	protected final SqlWords words() {
		return this.words;
	}

}
