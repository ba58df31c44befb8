package dev.migrator.dialect.sqlite;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.dialect.syntax.SqlToken.Kind;

/**
 * Names in SQLite, which are the same in any case, with and without quotes, of which it
 * takes four kinds.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite Keywords</a>
 */
final class SqliteNames {

	private SqliteNames() {
	}

	/**
	 * Return the name that a token is.
	 * @param token a word, a quoted name, or a string where a name is asked for
	 * @return the name without quotes
	 */
	static String of(SqlToken token) {
		return unquoted(token.text());
	}

	static String unquoted(String text) {
		if (text.length() < 2) {
			return text;
		}
		char first = text.charAt(0);
		String inside = text.substring(1, text.length() - 1);
		return switch (first) {
			case '[' -> inside;
			case '"', '`', '\'' -> inside.replace(String.valueOf(first) + first, String.valueOf(first));
			default -> text;
		};
	}

	// SQLite folds the letters of ASCII only.
	static boolean same(String one, String other) {
		return folded(one).equals(folded(other));
	}

	static boolean contains(Collection<String> names, String name) {
		return names.stream().anyMatch((candidate) -> same(candidate, name));
	}

	/**
	 * Return what is equal for names that are the same.
	 * @param name the name
	 * @return the name in small letters
	 */
	static String folded(String name) {
		StringBuilder folded = new StringBuilder(name.length());
		name.chars().forEach((c) -> folded.append((c < 0x80) ? Character.toLowerCase((char) c) : (char) c));
		return folded.toString();
	}

	static String quoted(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

	static String text(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Find the names in an expression that may be those of columns: no keyword matters
	 * here, but neither functions nor collations do.
	 * @param tokens the expression's tokens, without comments
	 * @return the names
	 */
	static Set<String> in(List<SqlToken> tokens) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean function = token.kind() == Kind.WORD && i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
			boolean collation = i > 0 && tokens.get(i - 1).isWord("collate");
			if ((token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER) && !function && !collation) {
				names.add(of(token));
			}
		}
		return names;
	}

}
