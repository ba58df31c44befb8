package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.dialect.syntax.SqlToken.Kind;

/**
 * An expression that is a column's default. Any but a literal and the present time stands
 * in brackets, which MySQL asks for always and MariaDB mostly. On MySQL so do a date with
 * its word, which it does not take without, and bytes, of which it would not tell those
 * behind a zero.
 *
 * @see <a href= "https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html">Data
 * Type Default Values</a>
 */
final class DefaultExpression {

	private static final Set<String> NOW = Set.of("current_timestamp", "now", "localtime", "localtimestamp");

	private static final Set<String> LITERAL_WORDS = Set.of("null", "true", "false");

	private DefaultExpression() {
	}

	/**
	 * Write an expression.
	 * @param sql the expression
	 * @param mariadb whether the server is MariaDB, and not MySQL
	 * @return what stands behind the word default
	 */
	static String write(String sql, boolean mariadb) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, SqlSyntax.MYSQL, 1).stream().filter(SqlToken::isCode).toList();
		return (tokens.isEmpty() || isLiteral(tokens, mariadb) || isNow(tokens) || isInBrackets(tokens)) ? sql
				: "(" + sql + ")";
	}

	// Perhaps with a sign, or with a word such as date before it.
	private static boolean isLiteral(List<SqlToken> tokens, boolean mariadb) {
		SqlToken last = tokens.get(tokens.size() - 1);
		if (!mariadb && (last.text().matches("(?is)0x.*|x'.*") || tokens.get(0).kind() == Kind.WORD)
				&& !LITERAL_WORDS.contains(last.text().toLowerCase(Locale.ROOT))) {
			return false;
		}
		boolean literal = last.kind() == Kind.STRING || last.kind() == Kind.NUMBER
				|| LITERAL_WORDS.contains(last.text().toLowerCase(Locale.ROOT));
		return literal && (tokens.size() == 1 || (tokens.size() == 2 && !tokens.get(0).isWord("not")));
	}

	// With what follows it, such as "on update".
	private static boolean isNow(List<SqlToken> tokens) {
		return NOW.contains(tokens.get(0).text().toLowerCase(Locale.ROOT)) && tokens.stream()
			.noneMatch((token) -> token.kind() == Kind.SYMBOL && !token.isSymbol("(") && !token.isSymbol(")"));
	}

	private static boolean isInBrackets(List<SqlToken> tokens) {
		int depth = 0;
		for (int i = 0; i < tokens.size(); i++) {
			depth += (tokens.get(i).isSymbol("(")) ? 1 : 0;
			depth -= (tokens.get(i).isSymbol(")")) ? 1 : 0;
			if (depth == 0) {
				return i == tokens.size() - 1 && i > 0;
			}
		}
		return false;
	}

}
