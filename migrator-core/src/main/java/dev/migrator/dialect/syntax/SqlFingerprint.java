package dev.migrator.dialect.syntax;

import java.util.List;
import java.util.Locale;

import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;

/**
 * The form of a script in which only what matters to the database is left, for checksums.
 * Comments, whitespace, empty statements, the separator in use and the case of unquoted
 * words and numbers leave no trace; strings and quoted identifiers are kept as they are,
 * but for line ends in them, which a version control system may change on checkout.
 */
public final class SqlFingerprint {

	private SqlFingerprint() {
	}

	/**
	 * Return a script's fingerprint.
	 * @param sql the script
	 * @param syntax the database's syntax
	 * @return its tokens separated by spaces and its statements by line feeds: a text as
	 * long as the script, not yet a checksum
	 * @throws MigratorException as
	 * {@link StatementSplitter#split(String, SqlSyntax, int)} does
	 */
	public static String of(String sql, SqlSyntax syntax) {
		StringBuilder fingerprint = new StringBuilder(sql.length());
		StatementReader reader = new StatementReader(sql, syntax, null, 1);
		for (List<SqlToken> statement = reader.next(); statement != null; statement = reader.next()) {
			if (!fingerprint.isEmpty()) {
				fingerprint.append('\n');
			}
			append(statement, fingerprint);
		}
		return fingerprint.toString();
	}

	private static void append(List<SqlToken> statement, StringBuilder fingerprint) {
		boolean first = true;
		for (SqlToken token : statement) {
			if (token.isCode()) {
				if (!first) {
					fingerprint.append(' ');
				}
				fingerprint.append(canonical(token));
				first = false;
			}
		}
	}

	private static String canonical(SqlToken token) {
		if (token.kind() == Kind.WORD || token.kind() == Kind.NUMBER) {
			return token.text().toLowerCase(Locale.ROOT);
		}
		return LineEnds.normalize(token.text());
	}

}
