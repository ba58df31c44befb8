package dev.migrator.dialect.syntax;

import dev.migrator.dialect.syntax.SqlSyntax.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Finds where things end in SQL text. It holds no position: every question names one.
 */
final class Scanner {

	/** What is read beyond the end of the text. */
	private static final char NOTHING = '\uffff';

	private final String sql;

	private final SqlSyntax syntax;

	Scanner(String sql, SqlSyntax syntax) {
		this.sql = sql;
		this.syntax = syntax;
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	char at(int index) {
		return (index < this.sql.length()) ? this.sql.charAt(index) : NOTHING;
	}

	boolean isWhitespace(int index) {
		char c = this.sql.charAt(index);
		if (c <= ' ') {
			return true;
		}
		if (c < 0x80) {
			return false;
		}
		// a byte order mark, also one amid files that were joined
		return c == '\uFEFF' || (this.syntax.has(Feature.UNICODE_SPACES) && Character.isSpaceChar(c));
	}

	int whitespaceEnd(int start) {
		int end = start;
		while (end < this.sql.length() && isWhitespace(end)) {
			end++;
		}
		return end;
	}

	boolean startsLineComment(int index) {
		char c = this.sql.charAt(index);
		if (c == '-' && at(index + 1) == '-') {
			return !this.syntax.has(Feature.DASH_COMMENTS_NEED_SPACE) || index + 2 >= this.sql.length()
					|| at(index + 2) <= ' ' || at(index + 2) == 0x7f;
		}
		return (c == '#' && this.syntax.has(Feature.HASH_COMMENTS))
				|| (c == '/' && at(index + 1) == '/' && this.syntax.has(Feature.SLASH_COMMENTS));
	}

	int lineEnd(int start) {
		int end = start;
		while (end < this.sql.length() && this.sql.charAt(end) != '\n' && this.sql.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

	/**
	 * Return the end of a block comment.
	 * @param start where it opens
	 * @return the offset after it, or -1 if it is never closed
	 */
	int blockCommentEnd(int start) {
		if (!this.syntax.has(Feature.NESTED_COMMENTS)) {
			int end = this.sql.indexOf("*/", start + 2);
			return (end != -1) ? end + 2 : -1;
		}
		int depth = 1;
		int index = start + 2;
		while (index < this.sql.length()) {
			char c = this.sql.charAt(index);
			if (c == '/' && at(index + 1) == '*') {
				depth++;
				index += 2;
			}
			else if (c == '*' && at(index + 1) == '/') {
				index += 2;
				if (--depth == 0) {
					return index;
				}
			}
			else {
				index++;
			}
		}
		return -1;
	}

	/**
	 * Return the end of what opens a conditional comment: MySQL's exclamation mark or
	 * MariaDB's {@code M!}, and a version.
	 * @param start where the comment opens
	 * @return the offset after it, or -1 if the comment is a plain one
	 */
	int conditionalCommentStartEnd(int start) {
		int end = start + 2;
		if (at(end) == 'M') {
			end++;
		}
		if (at(end) != '!') {
			return -1;
		}
		end++;
		int digits = 0;
		while (digits < 6 && isDigit(at(end))) {
			end++;
			digits++;
		}
		return end;
	}

	/**
	 * Return the end of a quoted text in which a doubled quote stands for itself.
	 * @param quoteAt where its opening quote is
	 * @param quote the quote
	 * @param backslashEscapes whether a backslash takes the meaning from what follows it
	 * @return the offset after the closing quote, or -1 if there is none
	 */
	int quotedEnd(int quoteAt, char quote, boolean backslashEscapes) {
		int index = quoteAt + 1;
		while (index < this.sql.length()) {
			char c = this.sql.charAt(index);
			if (c == '\\' && backslashEscapes) {
				index += 2;
			}
			else if (c != quote) {
				index++;
			}
			else if (at(index + 1) == quote) {
				index += 2;
			}
			else {
				return index + 1;
			}
		}
		return -1;
	}

	/**
	 * Return the tag of a dollar quote that opens here.
	 * @param start where the dollar sign is
	 * @return the tag with both its dollar signs, or {@code null} if none opens
	 */
	@Nullable String dollarTag(int start) {
		if (!this.syntax.has(Feature.DOLLAR_QUOTES)) {
			return null;
		}
		int end = start + 1;
		if (this.syntax.has(Feature.TAGGED_DOLLAR_QUOTES) && isWordStart(at(end)) && at(end) != NOTHING) {
			while (end < this.sql.length() && at(end) != '$' && isWordPart(at(end))) {
				end++;
			}
		}
		return (at(end) == '$') ? this.sql.substring(start, end + 1) : null;
	}

	boolean isWordStart(char c) {
		if (c < 0x80) {
			return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
					|| (c == '$' && this.syntax.has(Feature.DOLLAR_WORDS));
		}
		return !this.syntax.has(Feature.UNICODE_SPACES) || !Character.isSpaceChar(c);
	}

	private boolean isWordPart(char c) {
		return isWordStart(c) || isDigit(c) || c == '$';
	}

	/**
	 * Return the end of a word.
	 * @param start where it starts
	 * @param separator what ends it although it may consist of letters, or {@code null}
	 * @return the offset after it
	 */
	int wordEnd(int start, @Nullable String separator) {
		int end = start + 1;
		while (end < this.sql.length() && isWordPart(this.sql.charAt(end))
				&& (separator == null || !this.sql.startsWith(separator, end))) {
			end++;
		}
		return end;
	}

	boolean startsNumber(int index) {
		return isDigit(at(index)) || (at(index) == '.' && isDigit(at(index + 1)));
	}

	int numberEnd(int start) {
		int end = start;
		boolean pointAllowed = true;
		while (end < this.sql.length()) {
			char c = this.sql.charAt(end);
			if (c == '.' && pointAllowed && at(end + 1) != '.') {
				pointAllowed = false;
			}
			else if ((c == '+' || c == '-') && end > start && isExponent(start, end)) {
				pointAllowed = false;
			}
			else if (!isDigit(c) && (!isWordStart(c) || c == '$')) {
				break;
			}
			end++;
		}
		return end;
	}

	/** Whether the sign at this place belongs to a number such as {@code 1.5e-3}. */
	private boolean isExponent(int start, int sign) {
		char e = this.sql.charAt(sign - 1);
		return (e == 'e' || e == 'E') && isDigit(at(sign + 1)) && !this.sql.startsWith("0x", start)
				&& !this.sql.startsWith("0X", start);
	}

}
