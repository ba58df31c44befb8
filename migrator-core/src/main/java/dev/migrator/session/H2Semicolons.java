package dev.migrator.session;

/**
 * Rewrites a statement so that no semicolon stands in it: H2's R2DBC driver takes each
 * for the end of a statement, also in a text, a name or a comment. Texts and names say
 * theirs by its code, as SQL lets them.
 *
 * @see <a href="https://h2database.com/html/grammar.html#string">H2, character
 * strings</a>
 */
final class H2Semicolons {

	private static final String CODE = "\\003b";

	private H2Semicolons() {
	}

	/**
	 * Rewrite a statement.
	 * @param sql one statement, without a semicolon at its end
	 * @return a statement that means the same
	 */
	static String hide(String sql) {
		if (sql.indexOf(';') < 0) {
			return sql;
		}
		StringBuilder text = new StringBuilder(sql.length() + 32);
		for (int i = 0; i < sql.length();) {
			int end = endOfPiece(sql, i);
			text.append(piece(sql.substring(i, end), i > 0 && isUnicodeMark(sql, i)));
			i = end;
		}
		return text.toString();
	}

	private static int endOfPiece(String sql, int start) {
		if (sql.startsWith("$$", start)) {
			return behind(sql, "$$", start + 2);
		}
		if (sql.startsWith("--", start)) {
			return behind(sql, "\n", start);
		}
		if (sql.startsWith("/*", start)) {
			return behind(sql, "*/", start + 2);
		}
		char first = sql.charAt(start);
		return (first == '\'' || first == '"') ? behindQuoted(sql, first, start + 1) : start + 1;
	}

	private static int behind(String sql, String end, int start) {
		int found = sql.indexOf(end, start);
		return (found < 0) ? sql.length() : found + end.length();
	}

	private static int behindQuoted(String sql, char quote, int start) {
		int i = start;
		while (i < sql.length()) {
			if (sql.charAt(i) == quote) {
				if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
					i++;
				}
				else {
					return i + 1;
				}
			}
			i++;
		}
		return sql.length();
	}

	private static boolean isUnicodeMark(String sql, int start) {
		return start >= 2 && sql.charAt(start - 1) == '&' && Character.toUpperCase(sql.charAt(start - 2)) == 'U';
	}

	private static String piece(String piece, boolean inUnicode) {
		if (piece.indexOf(';') < 0) {
			return piece;
		}
		if (piece.startsWith("--") || piece.startsWith("/*")) {
			return piece.replace(';', ',');
		}
		if (inUnicode) {
			return piece.replace(";", CODE);
		}
		if (piece.startsWith("$$")) {
			String content = piece.substring(2, piece.endsWith("$$") ? piece.length() - 2 : piece.length());
			return "U&'" + encode(content).replace("'", "''") + "'";
		}
		return (piece.charAt(0) == '\'' || piece.charAt(0) == '"') ? "U&" + encode(piece) : piece;
	}

	private static String encode(String text) {
		return text.replace("\\", "\\\\").replace(";", CODE);
	}

}
