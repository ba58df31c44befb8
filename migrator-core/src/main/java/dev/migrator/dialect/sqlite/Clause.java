package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
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
 * @param reference what a foreign key names, or {@code null}
 * @param body what a condition, a computed column, a default or a collation says, without
 * the brackets around it, or {@code null} for other clauses
 */
record Clause(Kind kind, @Nullable String name, Span span, List<String> columns, Set<String> words,
		boolean autoincrement, boolean descending, @Nullable Reference reference, @Nullable Span body) {

	/** A key. */
	Clause(Kind kind, @Nullable String name, Span span, List<String> columns, boolean autoincrement,
			boolean descending) {
		this(kind, name, span, columns, Set.of(), autoincrement, descending, null, null);
	}

	/** A foreign key. */
	Clause(@Nullable String name, Span span, List<String> columns, Reference reference) {
		this(Kind.FOREIGN_KEY, name, span, columns, Set.of(), false, false, reference, null);
	}

	/** A clause that is no key. */
	Clause(Kind kind, @Nullable String name, Span span, Set<String> words, @Nullable Span body) {
		this(kind, name, span, List.of(), words, false, false, null, body);
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
	 * Return its tokens, without comments.
	 * @param sql the text of its table
	 * @return the tokens, whose places are counted from its own start
	 */
	List<SqlToken> tokens(String sql) {
		return SqlLexer.tokens(this.span.of(sql), SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
	}

	/**
	 * Return the values that a column may have by it, where it is the condition that a
	 * type of a few values is here.
	 * @param column the column
	 * @param sql the text of its table
	 * @return the values, none if it says something else
	 */
	List<String> listOfValues(String column, String sql) {
		List<SqlToken> tokens = (this.kind == Kind.CHECK && this.name == null) ? tokens(sql) : List.of();
		boolean list = tokens.size() > 6 && SqliteNames.same(SqliteNames.of(tokens.get(2)), column)
				&& tokens.get(3).isWord("in") && tokens.get(4).isSymbol("(")
				&& tokens.subList(5, tokens.size() - 2)
					.stream()
					.allMatch((token) -> token.kind() == SqlToken.Kind.STRING || token.isSymbol(","));
		return (list)
				? tokens.stream().filter((token) -> token.kind() == SqlToken.Kind.STRING).map(SqliteNames::of).toList()
				: List.of();
	}

	/**
	 * Return whether it is a foreign key to a table.
	 * @param table the table
	 * @return whether it names it
	 */
	boolean references(String table) {
		return this.reference != null && SqliteNames.same(this.reference.table(), table);
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
