package dev.migrator.dialect.syntax;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import dev.migrator.dialect.syntax.SqlSyntax.Feature;
import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens, one at a time. It knows quotes, comments and separators but no
 * grammar, so it reads every statement, whatever the database's version. Line ends are
 * LF, CRLF or CR.
 */
public final class SqlLexer implements Iterator<SqlToken> {

	private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

	private static final String[] SYMBOLS = { "->>", "<=>", "!=", "<>", "<=", ">=", "||", "&&", "<<", ">>", "->", ":=",
			"::", "==", "=>", ".." };

	private final String sql;

	private final SqlSyntax syntax;

	private final SyntaxErrors errors;

	private final Scanner scanner;

	private String separator = ";";

	private int position;

	private int line;

	private boolean statementStart = true;

	/** The line of the conditional comment that is open, or -1. */
	private int conditionalLine = -1;

	/** Whether a string that follows on another line continues an escape string. */
	private boolean escapesContinue;

	private boolean newLineSeen;

	SqlLexer(String sql, SqlSyntax syntax, SyntaxErrors errors, int firstLine) {
		this.sql = sql;
		this.syntax = syntax;
		this.errors = errors;
		this.scanner = new Scanner(sql, syntax);
		this.line = firstLine;
	}

	/**
	 * Cut a text into tokens.
	 * @param sql the text; a byte order mark counts as whitespace
	 * @param syntax the database's syntax
	 * @param firstLine the number of the text's first line in its file
	 * @return the tokens, which joined are the text
	 * @throws MigratorException {@code INVALID_REVISION} if a quote or a comment is not
	 * closed, naming the line where it opens
	 */
	public static List<SqlToken> tokens(String sql, SqlSyntax syntax, int firstLine) {
		List<SqlToken> tokens = new ArrayList<>();
		iterator(sql, syntax, null, firstLine).forEachRemaining(tokens::add);
		return tokens;
	}

	/**
	 * Cut a text into tokens, each when it is asked for.
	 * @param sql the text
	 * @param syntax the database's syntax
	 * @param location the file's name for messages, or {@code null}
	 * @param firstLine the number of the text's first line in its file
	 * @return the tokens; asking for one throws a {@link MigratorException} as
	 * {@link #tokens} does
	 */
	public static SqlLexer iterator(String sql, SqlSyntax syntax, @Nullable String location, int firstLine) {
		return new SqlLexer(sql, syntax, new SyntaxErrors(location), firstLine);
	}

	/**
	 * Tell whether a {@code DELIMITER} command has set another separator than the
	 * semicolon.
	 * @return whether semicolons do not separate
	 */
	boolean hasCustomSeparator() {
		return !this.separator.equals(";");
	}

	@Override
	public boolean hasNext() {
		if (this.position < this.sql.length()) {
			return true;
		}
		if (this.conditionalLine != -1) {
			throw unterminated(this.conditionalLine, "conditional comment", "*/");
		}
		return false;
	}

	@Override
	public SqlToken next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		int start = this.position;
		int startLine = this.line;
		Kind kind = scan();
		String text = this.sql.substring(start, this.position);
		int newLines = newLines(start, this.position);
		this.line += newLines;
		note(kind, text, newLines > 0);
		return new SqlToken(kind, text, start, this.position, startLine);
	}

	private void note(Kind kind, String text, boolean newLine) {
		if (kind == Kind.SEPARATOR) {
			this.statementStart = true;
		}
		else if (kind != Kind.WHITESPACE && kind != Kind.COMMENT && kind != Kind.COMMAND) {
			this.statementStart = false;
		}
		if (kind == Kind.WHITESPACE) {
			this.newLineSeen |= newLine;
		}
		else if (kind == Kind.STRING && this.syntax.has(Feature.ESCAPE_STRINGS)) {
			char first = text.charAt(0);
			this.escapesContinue = first == 'e' || first == 'E' || (first == '\'' && continuesEscapes());
			this.newLineSeen = false;
		}
		else if (kind != Kind.COMMENT || text.startsWith("/*")) {
			this.escapesContinue = false;
		}
	}

	/**
	 * PostgreSQL joins strings that are separated by a line end, and the first one's
	 * prefix holds for all of them.
	 */
	private boolean continuesEscapes() {
		return this.escapesContinue && this.newLineSeen;
	}

	private Kind scan() {
		char c = this.sql.charAt(this.position);
		if (this.scanner.isWhitespace(this.position)) {
			this.position = this.scanner.whitespaceEnd(this.position);
			return Kind.WHITESPACE;
		}
		if (this.sql.startsWith(this.separator, this.position)) {
			this.position += this.separator.length();
			return Kind.SEPARATOR;
		}
		if (this.scanner.startsLineComment(this.position)) {
			this.position = this.scanner.lineEnd(this.position);
			return Kind.COMMENT;
		}
		if (c == '/' && this.scanner.at(this.position + 1) == '*') {
			return comment();
		}
		if (this.conditionalLine != -1 && c == '*' && this.scanner.at(this.position + 1) == '/') {
			this.conditionalLine = -1;
			this.position += 2;
			return Kind.SYMBOL;
		}
		return switch (c) {
			case '\'' -> string(this.position, this.syntax.has(Feature.BACKSLASH_ESCAPES) || continuesEscapes());
			case '"' -> this.syntax.has(Feature.DOUBLE_QUOTED_STRINGS)
					? string(this.position, this.syntax.has(Feature.BACKSLASH_ESCAPES))
					: quotedIdentifier(this.position, '"');
			case '`' -> this.syntax.has(Feature.BACKTICK_IDENTIFIERS) ? quotedIdentifier(this.position, '`') : symbol();
			case '[' -> this.syntax.has(Feature.BRACKET_IDENTIFIERS) ? quotedIdentifier(this.position, ']') : symbol();
			case '$' -> dollar();
			default -> other(c);
		};
	}

	private Kind other(char c) {
		if (this.scanner.startsNumber(this.position)) {
			this.position = this.scanner.numberEnd(this.position);
			return Kind.NUMBER;
		}
		return this.scanner.isWordStart(c) ? word() : symbol();
	}

	private Kind comment() {
		if (this.syntax.has(Feature.CONDITIONAL_COMMENTS) && this.conditionalLine == -1) {
			int end = this.scanner.conditionalCommentStartEnd(this.position);
			if (end != -1) {
				this.conditionalLine = this.line;
				this.position = end;
				return Kind.SYMBOL;
			}
		}
		int end = this.scanner.blockCommentEnd(this.position);
		if (end == -1) {
			throw unterminated(this.line, "comment", "*/");
		}
		this.position = end;
		return Kind.COMMENT;
	}

	private Kind string(int quoteAt, boolean backslashEscapes) {
		char quote = this.sql.charAt(quoteAt);
		int end = this.scanner.quotedEnd(quoteAt, quote, backslashEscapes);
		if (end == -1) {
			throw unterminated(this.line, "string", String.valueOf(quote));
		}
		this.position = end;
		return Kind.STRING;
	}

	private Kind quotedIdentifier(int quoteAt, char closing) {
		// SQLite's brackets have no way to hold a closing bracket
		int end = (closing == ']') ? this.sql.indexOf(']', quoteAt) + 1
				: this.scanner.quotedEnd(quoteAt, closing, false);
		if (end <= 0) {
			throw unterminated(this.line, "quoted identifier", String.valueOf(closing));
		}
		this.position = end;
		return Kind.QUOTED_IDENTIFIER;
	}

	private Kind dollar() {
		String tag = this.scanner.dollarTag(this.position);
		if (tag != null) {
			int end = this.sql.indexOf(tag, this.position + tag.length());
			if (end == -1) {
				throw unterminated(this.line, "dollar quote", tag);
			}
			this.position = end + tag.length();
			return Kind.DOLLAR_STRING;
		}
		if (Scanner.isDigit(this.scanner.at(this.position + 1))) {
			this.position++;
			while (Scanner.isDigit(this.scanner.at(this.position))) {
				this.position++;
			}
			return Kind.PARAMETER;
		}
		return this.syntax.has(Feature.DOLLAR_WORDS) ? word() : symbol();
	}

	private Kind word() {
		int start = this.position;
		int end = this.scanner.wordEnd(start, hasCustomSeparator() ? this.separator : null);
		if (this.statementStart && this.syntax.has(Feature.DELIMITER_COMMAND)
				&& this.sql.regionMatches(true, start, "delimiter", 0, Math.max(end - start, 9))) {
			return delimiterCommand(end);
		}
		char next = this.scanner.at(end);
		if (end - start == 1) {
			char prefix = Character.toLowerCase(this.sql.charAt(start));
			if (next == '\'' && "nbx".indexOf(prefix) != -1) {
				return string(end, prefix == 'n' && this.syntax.has(Feature.BACKSLASH_ESCAPES));
			}
			if (next == '\'' && prefix == 'e' && this.syntax.has(Feature.ESCAPE_STRINGS)) {
				return string(end, true);
			}
			if (next == '&' && prefix == 'u' && this.syntax.has(Feature.UNICODE_STRINGS)) {
				char quote = this.scanner.at(end + 1);
				if (quote == '\'') {
					return string(end + 1, false);
				}
				if (quote == '"') {
					return quotedIdentifier(end + 1, '"');
				}
			}
		}
		this.position = end;
		return Kind.WORD;
	}

	private Kind delimiterCommand(int wordEnd) {
		int end = this.scanner.lineEnd(wordEnd);
		String argument = this.sql.substring(wordEnd, end).strip();
		int space = 0;
		while (space < argument.length() && !Character.isWhitespace(argument.charAt(space))) {
			space++;
		}
		if (space == 0) {
			throw this.errors.at(this.line, "DELIMITER does not say which separator comes next.",
					"Write for example `DELIMITER //`.");
		}
		this.separator = argument.substring(0, space);
		this.position = end;
		return Kind.COMMAND;
	}

	private Kind symbol() {
		if (this.syntax.has(Feature.OPERATOR_NAMES) && OPERATORS.indexOf(this.sql.charAt(this.position)) != -1) {
			this.position = operatorEnd();
			return Kind.SYMBOL;
		}
		for (String symbol : SYMBOLS) {
			if (this.sql.startsWith(symbol, this.position)) {
				this.position += symbol.length();
				return Kind.SYMBOL;
			}
		}
		this.position++;
		return Kind.SYMBOL;
	}

	/**
	 * PostgreSQL's rule: a run of operator characters ends before a comment, and ends in
	 * + or - only if it holds a character that no standard operator has.
	 */
	private int operatorEnd() {
		int end = this.position;
		boolean special = false;
		while (OPERATORS.indexOf(this.scanner.at(end)) != -1) {
			char c = this.sql.charAt(end);
			char next = this.scanner.at(end + 1);
			if (end > this.position && ((c == '-' && next == '-') || (c == '/' && next == '*'))) {
				break;
			}
			special |= "~!@#%^&|`?".indexOf(c) != -1;
			end++;
		}
		while (!special && end - this.position > 1 && "+-".indexOf(this.sql.charAt(end - 1)) != -1) {
			end--;
		}
		return end;
	}

	private int newLines(int start, int end) {
		int count = 0;
		for (int i = start; i < end; i++) {
			char c = this.sql.charAt(i);
			if (c == '\r' || (c == '\n' && (i == 0 || this.sql.charAt(i - 1) != '\r'))) {
				count++;
			}
		}
		return count;
	}

	private MigratorException unterminated(int openLine, String what, String closing) {
		return this.errors.at(openLine, "The " + what + " that opens here is never closed.",
				"Close it with " + closing + " .");
	}

}
