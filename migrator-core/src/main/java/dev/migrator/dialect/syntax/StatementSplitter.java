package dev.migrator.dialect.syntax;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into statements. A semicolon in quotes, comments, parentheses and in
 * the body of a routine or a trigger separates nothing; empty statements are left out.
 */
public final class StatementSplitter {

	private StatementSplitter() {
	}

	/**
	 * Split a script.
	 * @param sql the script
	 * @param syntax the database's syntax
	 * @param firstLine the number of the script's first line in its file
	 * @return its statements in order
	 * @throws MigratorException {@code INVALID_REVISION} if a quote, a comment, a
	 * parenthesis or a block is not closed, or the script holds what only a database's
	 * own client understands ({@code COPY … FROM STDIN}, commands of psql); the message
	 * begins with the line
	 */
	public static List<SqlText> split(String sql, SqlSyntax syntax, int firstLine) {
		return split(sql, syntax, null, firstLine);
	}

	/**
	 * Split a script of a file.
	 * @param sql the script
	 * @param syntax the database's syntax
	 * @param location the file's name, with which messages begin, or {@code null}
	 * @param firstLine the number of the script's first line in its file
	 * @return its statements in order
	 * @throws MigratorException as {@link #split(String, SqlSyntax, int)} does
	 */
	public static List<SqlText> split(String sql, SqlSyntax syntax, @Nullable String location, int firstLine) {
		List<SqlText> statements = new ArrayList<>();
		StatementReader reader = new StatementReader(sql, syntax, location, firstLine);
		for (List<SqlToken> tokens = reader.next(); tokens != null; tokens = reader.next()) {
			SqlToken first = tokens.get(0);
			SqlToken last = tokens.get(tokens.size() - 1);
			String text = endsCommentByReturn(tokens) ? withLineFeeds(tokens)
					: sql.substring(first.start(), last.end());
			statements.add(new SqlText(text, first.line()));
		}
		return List.copyOf(statements);
	}

	/**
	 * A file with CR as its line ends: to MySQL and SQLite a comment would go on there.
	 */
	private static boolean endsCommentByReturn(List<SqlToken> tokens) {
		for (int i = 1; i < tokens.size(); i++) {
			if (tokens.get(i - 1).kind() == Kind.COMMENT && hasLoneReturn(tokens.get(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasLoneReturn(SqlToken token) {
		return token.kind() == Kind.WHITESPACE && token.text().startsWith("\r") && !token.text().startsWith("\r\n");
	}

	private static String withLineFeeds(List<SqlToken> tokens) {
		StringBuilder text = new StringBuilder();
		for (SqlToken token : tokens) {
			text.append((token.kind() == Kind.WHITESPACE) ? LineEnds.normalize(token.text()) : token.text());
		}
		return text.toString();
	}

}
