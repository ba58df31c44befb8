package dev.migrator.dialect.syntax;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.syntax.SqlSyntax.Feature;
import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Fills <code>${name}</code> placeholders in.
 * <ul>
 * <li>In code and in quoted identifiers every placeholder must have a value.</li>
 * <li>In a string one with a value is filled in, every other text is left as it is, since
 * templates are data, too.</li>
 * <li>In comments and dollar quotes nothing is touched: code of functions is no
 * template.</li>
 * </ul>
 * A value in a string or in a quoted identifier is escaped, so that it never ends them.
 */
public final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\p{L}\\p{N}_.-]+)}");

	private final SqlSyntax syntax;

	private final Map<String, String> values;

	private final SyntaxErrors errors;

	private final StringBuilder result;

	private Placeholders(SqlSyntax syntax, Map<String, String> values, SyntaxErrors errors, int length) {
		this.syntax = syntax;
		this.values = values;
		this.errors = errors;
		this.result = new StringBuilder(length + 16);
	}

	/**
	 * Fill placeholders in. Values are not searched for placeholders again. A value with
	 * line ends moves the lines after it, so split a script first and then call this for
	 * each statement.
	 * @param sql a statement or a script
	 * @param syntax the database's syntax
	 * @param values the values by name, from {@code migrator.placeholders.*}
	 * @param location the file's name, with which messages begin, or {@code null}
	 * @param firstLine the number of the text's first line in its file
	 * @return the text with values
	 * @throws MigratorException {@code INVALID_REVISION} if a placeholder in code has no
	 * value, or the text cannot be read
	 */
	public static String replace(String sql, SqlSyntax syntax, Map<String, String> values, @Nullable String location,
			int firstLine) {
		if (!sql.contains("${")) {
			return sql;
		}
		SyntaxErrors errors = new SyntaxErrors(location);
		Placeholders placeholders = new Placeholders(syntax, values, errors, sql.length());
		placeholders.read(sql, new SqlLexer(sql, syntax, errors, firstLine));
		return placeholders.result.toString();
	}

	private void read(String sql, SqlLexer lexer) {
		int codeStart = 0;
		int codeLine = -1;
		while (lexer.hasNext()) {
			SqlToken token = lexer.next();
			codeLine = (codeLine == -1) ? token.line() : codeLine;
			switch (token.kind()) {
				case STRING, QUOTED_IDENTIFIER, DOLLAR_STRING, COMMENT -> {
					fillCode(sql.substring(codeStart, token.start()), codeLine);
					fillToken(token);
					codeStart = token.end();
					codeLine = -1;
				}
				default -> {
				}
			}
		}
		fillCode(sql.substring(codeStart), codeLine);
	}

	private void fillToken(SqlToken token) {
		switch (token.kind()) {
			case STRING -> fill(token.text(), token, null);
			case QUOTED_IDENTIFIER -> fill(token.text(), token, token.line());
			default -> this.result.append(token.text());
		}
	}

	private void fillCode(String code, int line) {
		fill(code, null, line);
	}

	/**
	 * Fill one piece of text.
	 * @param text the piece
	 * @param quoted the token that it is the text of, or {@code null} for code
	 * @param line the line for the error about an unknown name; {@code null} allows it
	 */
	private void fill(String text, @Nullable SqlToken quoted, @Nullable Integer line) {
		if (!text.contains("${")) {
			this.result.append(text);
			return;
		}
		Matcher matcher = PLACEHOLDER.matcher(text);
		int copied = 0;
		while (matcher.find()) {
			this.result.append(text, copied, matcher.start());
			String value = this.values.get(matcher.group(1));
			if (value != null) {
				this.result.append((quoted != null) ? escape(value, quoted) : value);
			}
			else if (line == null) {
				this.result.append(matcher.group());
			}
			else {
				int offset = (int) LineEnds.normalize(text.substring(0, matcher.start()))
					.chars()
					.filter((c) -> c == '\n')
					.count();
				throw this.errors.at(line + offset, "The placeholder " + matcher.group() + " has no value.",
						"Set migrator.placeholders." + matcher.group(1) + " .");
			}
			copied = matcher.end();
		}
		this.result.append(text, copied, text.length());
	}

	private String escape(String value, SqlToken quoted) {
		String text = quoted.text();
		char quote = text.charAt(text.length() - 1);
		String escaped = value.replace(String.valueOf(quote), String.valueOf(quote) + quote);
		return backslashEscapes(quoted) ? escaped.replace("\\", "\\\\") : escaped;
	}

	private boolean backslashEscapes(SqlToken quoted) {
		if (quoted.kind() != Kind.STRING) {
			return false;
		}
		char first = quoted.text().charAt(0);
		return (this.syntax.has(Feature.BACKSLASH_ESCAPES) && first != 'x' && first != 'X')
				|| (this.syntax.has(Feature.ESCAPE_STRINGS) && (first == 'e' || first == 'E'));
	}

}
