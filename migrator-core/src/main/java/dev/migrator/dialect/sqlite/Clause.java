package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A clause of a column, or a constraint of a table, as it stands in {@code create table}.
 *
 * @param kind what it says
 * @param name the constraint's name, or {@code null} if it has none
 * @param span all of it, with the word {@code constraint} and its name
 * @param columns the columns of a key, in order
 * @param words the names that stand in its expression
 * @param autoincrement whether it is a primary key that never gives a number again
 * @param descending whether it is the primary key of one column, in descending order
 * @param references the table that a foreign key names, or {@code null}
 */
record Clause(Kind kind, @Nullable String name, Span span, List<String> columns, Set<String> words,
		boolean autoincrement, boolean descending, @Nullable String references) {

	Clause(Kind kind, @Nullable String name, Span span, List<String> columns, Set<String> words) {
		this(kind, name, span, columns, words, false, false, null);
	}

	/** What a clause says. */
	enum Kind {

		PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED,

		/**
		 * A name that nothing follows, or when a key that stands before is checked.
		 */
		OTHER

	}

	/**
	 * Return whether it is a constraint that other databases would know by its name.
	 * @return whether it is a key or a check
	 */
	boolean isConstraint() {
		return switch (this.kind) {
			case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY -> true;
			default -> false;
		};
	}

	/**
	 * Return whether it is a foreign key to a table.
	 * @param table the table
	 * @return whether it names it
	 */
	boolean references(String table) {
		return this.references != null && SqliteNames.same(this.references, table);
	}

	/**
	 * Return whether it uses a column.
	 * @param column the column
	 * @return whether it is one of its key or in its expression
	 */
	boolean mentions(String column) {
		return SqliteNames.contains(this.columns, column) || SqliteNames.contains(this.words, column);
	}

}
