package dev.migrator.dialect.mariadb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;

/**
 * An expression as MySQL's information schema tells it: with a backslash before each
 * quote and backslash, each byte of UTF-8 as a character of its own, and the character
 * set before each text; only the present time in upper case. MySQL 8.0 tells them so of
 * defaults, computed columns, checks and indexes.
 *
 * @see <a href=
 * "https://dev.mysql.com/doc/refman/8.0/en/information-schema-columns-table.html">The
 * INFORMATION_SCHEMA COLUMNS Table</a>
 */
final class MysqlExpression {

	// A column that got its default later tells of it as an expression, by the other
	// word.
	private static final Pattern NOW = Pattern.compile("(?:CURRENT_TIMESTAMP|now)(?:\\((\\d)\\)|\\(\\))?");

	private MysqlExpression() {
	}

	/**
	 * Read an expression.
	 * @param told what the information schema tells
	 * @return the expression as it would be written
	 */
	static String read(String told) {
		Matcher now = NOW.matcher(told);
		if (now.matches()) {
			return "current_timestamp" + ((now.group(1) != null) ? "(%s)".formatted(now.group(1)) : "");
		}
		return withoutCharacterSets(decoded((isEscaped(told)) ? MysqlText.unescaped(told) : told));
	}

	// Where quotes are escaped, there is none without an odd number of backslashes.
	private static boolean isEscaped(String told) {
		int backslashes = 0;
		for (int i = 0; i < told.length(); i++) {
			if (told.charAt(i) == '\'' && backslashes % 2 == 0) {
				return false;
			}
			backslashes = (told.charAt(i) == '\\') ? backslashes + 1 : 0;
		}
		return true;
	}

	private static String decoded(String text) {
		if (text.chars().anyMatch((c) -> c > 0xff)) {
			return text;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return text;
		}
	}

	private static String withoutCharacterSets(String sql) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, SqlSyntax.MYSQL, 1);
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean before = i + 1 < tokens.size() && tokens.get(i + 1).kind() == SqlToken.Kind.STRING;
			plain.append((before && token.isWord("_utf8mb4")) ? "" : token.text());
		}
		return plain.toString();
	}

}
