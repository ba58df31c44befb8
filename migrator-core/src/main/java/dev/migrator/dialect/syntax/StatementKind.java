package dev.migrator.dialect.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;

/**
 * What kind a statement is of, told by its first words.
 */
public enum StatementKind {

	/** Reads or changes rows. */
	DATA,

	/** Changes the schema, rights or comments. */
	DEFINITION,

	/** Begins or ends a transaction, or deals with a savepoint. */
	TRANSACTION,

	/** The database refuses it inside a transaction. */
	NOT_TRANSACTIONAL,

	/** PostgreSQL's {@code COPY}. */
	COPY,

	/**
	 * Sets something of the session, which is lost with it: {@code SET}, {@code RESET},
	 * {@code USE}, {@code PRAGMA}.
	 */
	SETTING,

	/**
	 * Anything else: {@code CALL}, {@code DO}, {@code EXPLAIN} and so on.
	 */
	OTHER;

	private static final int HEAD = 40;

	private static final Set<String> DATA_WORDS = Set.of("select", "insert", "update", "delete", "merge", "with",
			"values", "table", "replace");

	private static final Set<String> DEFINITION_WORDS = Set.of("create", "alter", "drop", "truncate", "comment",
			"grant", "revoke", "rename", "reindex", "refresh", "security", "import");

	private static final Set<String> SETTING_WORDS = Set.of("set", "reset", "use", "pragma");

	private static final Set<String> TRANSACTION_WORDS = Set.of("begin", "commit", "rollback", "end", "abort",
			"savepoint", "release", "xa");

	/**
	 * Tell a statement's kind.
	 * @param sql one statement
	 * @param syntax the database's syntax
	 * @return its kind; {@link #OTHER} for a text without code
	 * @throws MigratorException {@code INVALID_REVISION} if a quote or a comment among
	 * its first words is not closed
	 */
	public static StatementKind of(String sql, SqlSyntax syntax) {
		List<String> words = head(sql, syntax);
		if (words.isEmpty()) {
			return OTHER;
		}
		String first = words.get(0);
		if (isNotTransactional(words, syntax)) {
			return NOT_TRANSACTIONAL;
		}
		if (isTransaction(words)) {
			return TRANSACTION;
		}
		if (first.equals("copy")) {
			return COPY;
		}
		if (DATA_WORDS.contains(first)) {
			return DATA;
		}
		if (SETTING_WORDS.contains(first)) {
			return SETTING;
		}
		return DEFINITION_WORDS.contains(first) ? DEFINITION : OTHER;
	}

	/** The statement's first tokens of code: words in lower case, names as {@code ""}. */
	private static List<String> head(String sql, SqlSyntax syntax) {
		List<String> words = new ArrayList<>();
		SqlLexer lexer = SqlLexer.iterator(sql, syntax, null, 1);
		while (words.size() < HEAD && lexer.hasNext()) {
			SqlToken token = lexer.next();
			boolean frame = token.kind() == Kind.SYMBOL && (token.text().startsWith("/*") || token.text().equals("*/"));
			boolean leading = words.isEmpty() && (token.isSymbol("(") || token.kind() == Kind.SEPARATOR);
			if (token.isCode() && !frame && !leading) {
				boolean plain = token.kind() == Kind.WORD || token.kind() == Kind.SYMBOL;
				words.add(plain ? token.text().toLowerCase(Locale.ROOT) : "");
			}
		}
		return words;
	}

	private static boolean isTransaction(List<String> words) {
		return switch (words.get(0)) {
			// MariaDB's anonymous block
			case "begin" -> !startsWith(words, "begin", "not", "atomic");
			case "start", "prepare" -> startsWith(words, words.get(0), "transaction");
			case "set" -> words.contains("autocommit");
			default -> TRANSACTION_WORDS.contains(words.get(0));
		};
	}

	private static boolean isNotTransactional(List<String> words, SqlSyntax syntax) {
		String first = words.get(0);
		if (syntax.name().equals(SqlSyntax.SQLITE.name())) {
			return first.equals("vacuum");
		}
		if (!syntax.name().equals(SqlSyntax.POSTGRESQL.name())) {
			return false;
		}
		return switch (first) {
			case "vacuum" -> true;
			case "create" -> startsWith(words, first, "index", "concurrently")
					|| startsWith(words, first, "unique", "index", "concurrently") || onServer(words)
					|| startsWith(words, first, "subscription");
			case "drop" -> startsWith(words, first, "index", "concurrently") || onServer(words)
					|| startsWith(words, first, "subscription");
			case "reindex" -> words.contains("concurrently") || words.contains("system") || onServer(words);
			case "alter" -> startsWith(words, first, "system")
					|| (startsWith(words, first, "database") && words.contains("tablespace"))
					|| (startsWith(words, first, "table") && detaches(words));
			case "cluster" -> words.size() == 1 || (startsWith(words, first, "verbose") && words.size() == 2);
			case "commit", "rollback" -> startsWith(words, first, "prepared");
			default -> false;
		};
	}

	private static boolean onServer(List<String> words) {
		return words.size() > 1 && (words.get(1).equals("database") || words.get(1).equals("tablespace"));
	}

	private static boolean detaches(List<String> words) {
		int detach = words.indexOf("detach");
		return detach != -1 && words.lastIndexOf("concurrently") > detach;
	}

	private static boolean startsWith(List<String> words, String... expected) {
		return words.size() >= expected.length && words.subList(0, expected.length).equals(List.of(expected));
	}

}
