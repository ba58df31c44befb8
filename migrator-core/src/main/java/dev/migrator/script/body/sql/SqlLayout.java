package dev.migrator.script.body.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.dialect.syntax.SqlToken.Kind;

/**
 * Breaks statements into lines of 120 characters, where a clause begins or behind a
 * comma. What has lines already, and strings and names, stay as they are.
 */
final class SqlLayout {

	private static final int WIDTH = 120;

	private static final String INDENTATION = "    ";

	private static final Set<String> CLAUSES = Set.of("add", "alter", "drop", "rename", "foreign", "references", "on",
			"check", "unique", "primary", "exclude", "include", "where", "using", "set", "values", "from", "with", "as",
			"deferrable", "not", "match", "tablespace", "type", "start", "increment", "minvalue", "maxvalue", "cache");

	private SqlLayout() {
	}

	/**
	 * Write a statement as it stands in a file.
	 * @param sql the statement
	 * @param syntax the database's syntax
	 * @return its text with its semicolon
	 */
	static String statement(String sql, SqlSyntax syntax) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, syntax, 1);
		boolean broken = sql.indexOf('\n') >= 0 || sql.length() < WIDTH;
		String text = (broken) ? sql : broken(tokens);
		boolean comment = tokens.get(tokens.size() - 1).kind() == Kind.COMMENT;
		return text + ((comment) ? "\n;" : ";");
	}

	private static String broken(List<SqlToken> tokens) {
		StringBuilder text = new StringBuilder();
		StringBuilder line = new StringBuilder();
		StringBuilder piece = new StringBuilder();
		int depth = 0;
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			depth += (token.isSymbol("(")) ? 1 : (token.isSymbol(")")) ? -1 : 0;
			if (isBreak(tokens, i, depth)) {
				endPiece(text, line, piece);
			}
			piece.append(token.text());
		}
		endPiece(text, line, piece);
		return text.append(line).toString();
	}

	/** A piece that does not fit behind the line begins the next one. */
	private static void endPiece(StringBuilder text, StringBuilder line, StringBuilder piece) {
		if (!line.isEmpty() && line.length() + piece.length() >= WIDTH) {
			text.append(line).append('\n');
			line.setLength(0);
			line.append(INDENTATION).append(piece.toString().stripLeading());
		}
		else {
			line.append(piece);
		}
		piece.setLength(0);
	}

	private static boolean isBreak(List<SqlToken> tokens, int index, int depth) {
		if (index == 0 || index + 1 == tokens.size() || tokens.get(index).kind() != Kind.WHITESPACE) {
			return false;
		}
		SqlToken next = tokens.get(index + 1);
		return tokens.get(index - 1).isSymbol(",")
				|| (depth == 0 && next.kind() == Kind.WORD && CLAUSES.contains(next.text().toLowerCase(Locale.ROOT)));
	}

}
