package dev.migrator.dialect.syntax;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a lexer must know of a database to read its SQL.
 *
 * @param name the database's name in lower case, as it stands in messages
 * @param features what this database's SQL has beyond the standard's
 */
public record SqlSyntax(String name, Set<Feature> features) {

	/**
	 * PostgreSQL, with {@code standard_conforming_strings} on as it is by default.
	 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">SQL
	 * Syntax, Lexical Structure</a>
	 */
	public static final SqlSyntax POSTGRESQL = of("postgresql", Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES,
			Feature.TAGGED_DOLLAR_QUOTES, Feature.ESCAPE_STRINGS, Feature.UNICODE_STRINGS, Feature.OPERATOR_NAMES,
			Feature.ATOMIC_BODIES, Feature.PSQL_COMMANDS);

	/**
	 * H2. It has no statement blocks: code of a trigger or an alias stands in a string.
	 * @see <a href="https://www.h2database.com/html/grammar.html">SQL Grammar</a>
	 */
	public static final SqlSyntax H2 = of("h2", Feature.NESTED_COMMENTS, Feature.SLASH_COMMENTS, Feature.DOLLAR_QUOTES,
			Feature.UNICODE_STRINGS, Feature.BACKTICK_IDENTIFIERS, Feature.UNICODE_SPACES);

	/**
	 * MySQL and MariaDB in their default SQL mode, that is without {@code ANSI_QUOTES}
	 * and {@code NO_BACKSLASH_ESCAPES}.
	 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/comments.html">Comments</a>
	 * and <a href="https://dev.mysql.com/doc/refman/8.4/en/string-literals.html">String
	 * Literals</a>
	 */
	public static final SqlSyntax MYSQL = of("mysql", Feature.HASH_COMMENTS, Feature.DASH_COMMENTS_NEED_SPACE,
			Feature.CONDITIONAL_COMMENTS, Feature.BACKSLASH_ESCAPES, Feature.DOUBLE_QUOTED_STRINGS,
			Feature.BACKTICK_IDENTIFIERS, Feature.DOLLAR_WORDS, Feature.DELIMITER_COMMAND, Feature.BLOCKS);

	/**
	 * SQLite.
	 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQL Keywords</a> for its
	 * quotes and <a href="https://www.sqlite.org/lang_createtrigger.html">CREATE
	 * TRIGGER</a>
	 */
	public static final SqlSyntax SQLITE = of("sqlite", Feature.BACKTICK_IDENTIFIERS, Feature.BRACKET_IDENTIFIERS,
			Feature.TRIGGER_BODIES);

	/** The SQL standard, for a database that is none of the others. */
	public static final SqlSyntax STANDARD = of("standard SQL", Feature.NESTED_COMMENTS, Feature.UNICODE_STRINGS,
			Feature.BLOCKS);

	public SqlSyntax {
		features = Set.copyOf(features);
	}

	/**
	 * Create a syntax.
	 * @param name the database's name in lower case
	 * @param features what its SQL has
	 * @return the syntax
	 */
	public static SqlSyntax of(String name, Feature... features) {
		Set<Feature> all = EnumSet.noneOf(Feature.class);
		all.addAll(Set.of(features));
		return new SqlSyntax(name, all);
	}

	/**
	 * Return the syntax of a dialect.
	 * @param dialect a dialect's name: {@code postgresql}, {@code h2}, {@code mysql},
	 * {@code mariadb} or {@code sqlite}; may be {@code null}
	 * @return its syntax, or {@link #STANDARD} for every other name
	 */
	public static SqlSyntax ofDialect(@Nullable String dialect) {
		if (dialect == null) {
			return STANDARD;
		}
		return switch (dialect) {
			case "postgresql" -> POSTGRESQL;
			case "h2" -> H2;
			case "mysql", "mariadb" -> MYSQL;
			case "sqlite" -> SQLITE;
			default -> STANDARD;
		};
	}

	/**
	 * Tell whether this database's SQL has something.
	 * @param feature what to ask for
	 * @return whether it has it
	 */
	public boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	/**
	 * Return what stands around a name that the database takes as it is.
	 * @return the quote
	 */
	public char nameQuote() {
		return has(Feature.DOUBLE_QUOTED_STRINGS) ? '`' : '"';
	}

	/**
	 * What SQL may have beyond single quotes, double quotes, {@code --} and
	 * <code>/&#42; &#42;/</code>.
	 */
	public enum Feature {

		/** A block comment may hold block comments. */
		NESTED_COMMENTS,

		/** Two slashes start a comment, as two hyphens do. */
		SLASH_COMMENTS,

		/** {@code #} starts a comment. */
		HASH_COMMENTS,

		/** Two hyphens start a comment only before whitespace or a control character. */
		DASH_COMMENTS_NEED_SPACE,

		/** <code>/&#42;! &#42;/</code> holds code, not a comment. */
		CONDITIONAL_COMMENTS,

		/** {@code $$ $$} quotes a string. */
		DOLLAR_QUOTES,

		/** {@code $tag$ $tag$} quotes a string. */
		TAGGED_DOLLAR_QUOTES,

		/** {@code E'…'}: a backslash escapes the next character of this string. */
		ESCAPE_STRINGS,

		/** A backslash escapes the next character in every string. */
		BACKSLASH_ESCAPES,

		/** Double quotes hold a string, not an identifier. */
		DOUBLE_QUOTED_STRINGS,

		/** {@code U&'…'} and {@code U&"…"}. */
		UNICODE_STRINGS,

		/** Backticks quote an identifier. */
		BACKTICK_IDENTIFIERS,

		/** Square brackets quote an identifier. */
		BRACKET_IDENTIFIERS,

		/** A word may start with a dollar sign. */
		DOLLAR_WORDS,

		/** Spaces beyond ASCII are spaces; without it they are letters. */
		UNICODE_SPACES,

		/** Users name operators, so that a run of operator characters is one token. */
		OPERATOR_NAMES,

		/** {@code DELIMITER //}, a command of the client, sets another separator. */
		DELIMITER_COMMAND,

		/**
		 * Routines, triggers and events with {@code BEGIN … END}, {@code IF} and so on.
		 */
		BLOCKS,

		/** {@code CREATE TRIGGER … BEGIN … END}, without further blocks inside. */
		TRIGGER_BODIES,

		/** {@code BEGIN ATOMIC … END} in functions and procedures. */
		ATOMIC_BODIES,

		/**
		 * Scripts may come from {@code pg_dump} or {@code psql}, which has own commands.
		 */
		PSQL_COMMANDS

	}

}
