package dev.migrator.dialect.standard;

import java.util.List;
import java.util.function.Predicate;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.dialect.syntax.SqlToken.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tokens of one statement, comments and blanks left out.
 */
final class TokenCursor {

	private final List<SqlToken> tokens;

	private final String quote;

	private int position;

	TokenCursor(String sql, SqlSyntax syntax) {
		List<SqlToken> all = SqlLexer.tokens(sql, syntax, 1).stream().filter(SqlToken::isCode).toList();
		boolean ended = !all.isEmpty() && all.get(all.size() - 1).kind() == Kind.SEPARATOR;
		this.tokens = (ended) ? all.subList(0, all.size() - 1) : all;
		this.quote = String.valueOf(syntax.nameQuote());
	}

	/** Whether this is more than one statement after all. */
	boolean hasSeparator() {
		return this.tokens.stream().anyMatch((token) -> token.kind() == Kind.SEPARATOR);
	}

	/** Go past words if they are next, all of them or none. */
	boolean skip(String... words) {
		if (this.position + words.length > this.tokens.size()) {
			return false;
		}
		for (int i = 0; i < words.length; i++) {
			if (!this.tokens.get(this.position + i).isWord(words[i])) {
				return false;
			}
		}
		this.position += words.length;
		return true;
	}

	boolean isAt(String... words) {
		for (String word : words) {
			if (hasNext() && this.tokens.get(this.position).isWord(word)) {
				return true;
			}
		}
		return false;
	}

	boolean hasNext() {
		return this.position < this.tokens.size();
	}

	/** Go past one part of a name, or return nothing if there is none. */
	@Nullable String identifier() {
		if (!hasNext()) {
			return null;
		}
		SqlToken token = this.tokens.get(this.position);
		boolean name = token.kind() == Kind.WORD
				|| (token.kind() == Kind.QUOTED_IDENTIFIER && token.text().startsWith(this.quote));
		this.position += (name) ? 1 : 0;
		return (name) ? token.text() : null;
	}

	/** Go past a string without a prefix, or return nothing if there is none. */
	@Nullable String string() {
		if (!hasNext() || this.tokens.get(this.position).kind() != Kind.STRING) {
			return null;
		}
		String text = this.tokens.get(this.position).text();
		if (!text.startsWith("'")) {
			return null;
		}
		this.position++;
		return text.substring(1, text.length() - 1).replace("''", "'");
	}

	/** Go past everything up to a word outside of brackets and past that, if it comes. */
	boolean skipTo(String word) {
		int depth = 0;
		for (int i = this.position; i < this.tokens.size(); i++) {
			SqlToken token = this.tokens.get(i);
			if (depth == 0 && token.isWord(word)) {
				this.position = i + 1;
				return true;
			}
			depth += depthOf(token);
		}
		return false;
	}

	/** Go past a name, or return nothing if there is none that is understood. */
	@Nullable SqlName name() {
		String first = identifier();
		if (first == null || !isAtSymbol(".")) {
			return (first != null) ? new SqlName(null, first) : null;
		}
		this.position++;
		String second = identifier();
		return (second != null && !isAtSymbol(".")) ? new SqlName(first, second) : null;
	}

	boolean isAtSymbol(String symbol) {
		return hasNext() && this.tokens.get(this.position).isSymbol(symbol);
	}

	/** Go past everything before a word, or to the end. */
	void goTo(String... words) {
		while (hasNext() && !isAt(words)) {
			this.position++;
		}
	}

	/** Whether a comma follows outside of brackets. */
	boolean hasCommaAhead() {
		return ahead((token) -> token.isSymbol(","));
	}

	/** Whether a word follows outside of brackets. */
	boolean hasWordAhead(String word) {
		return ahead((token) -> token.isWord(word));
	}

	private boolean ahead(Predicate<SqlToken> condition) {
		int depth = 0;
		for (SqlToken token : this.tokens.subList(this.position, this.tokens.size())) {
			if (depth == 0 && condition.test(token)) {
				return true;
			}
			depth += depthOf(token);
		}
		return false;
	}

	private static int depthOf(SqlToken token) {
		if (token.isSymbol("(") || token.isSymbol("[")) {
			return 1;
		}
		return (token.isSymbol(")") || token.isSymbol("]")) ? -1 : 0;
	}

}
