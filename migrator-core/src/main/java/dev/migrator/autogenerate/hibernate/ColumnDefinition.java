package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a {@code columnDefinition}: a type, and perhaps what follows it in
 * {@code create table}.
 *
 * @param type the type in the database's words
 * @param defaultValue the default in SQL, or {@code null}
 * @param notNull whether it says that the column has to hold a value
 * @param collation the collation, or {@code null}
 * @param computed the expression that its values are computed by, or {@code null}
 * @param virtual whether they are computed when they are read
 * @param identity how the database counts its values up, or {@code null}
 * @param onUpdate the expression that it gets by updates, or {@code null}
 * @param comment its comment, or {@code null}
 * @param unique whether its values are unique
 * @param check the condition that its values fulfil, or {@code null}
 */
record ColumnDefinition(String type, @Nullable String defaultValue, boolean notNull, @Nullable String collation,
		@Nullable String computed, boolean virtual, @Nullable Identity identity, @Nullable String onUpdate,
		@Nullable String comment, boolean unique, @Nullable String check) {

	/** The words that begin something else than the type. */
	private static final Set<String> CLAUSES = Set.of("default", "not", "null", "collate", "generated", "unique",
			"primary", "check", "references", "comment", "constraint", "on", "as", "auto_increment", "virtual",
			"stored");

	/**
	 * Read a definition.
	 * @param text the text
	 * @param syntax how the database's SQL is read
	 * @return what it says
	 */
	static ColumnDefinition of(String text, SqlSyntax syntax) {
		List<SqlToken> tokens = SqlLexer.tokens(text, syntax, 1).stream().filter(SqlToken::isCode).toList();
		Reader reader = new Reader(text, tokens);
		reader.read();
		return reader.result();
	}

	/**
	 * Goes through the clauses of one definition.
	 */
	private static final class Reader {

		private final String text;

		private final List<SqlToken> tokens;

		private @Nullable String defaultValue;

		private boolean notNull;

		private @Nullable String collation;

		private @Nullable String computed;

		private boolean virtual;

		private @Nullable Identity identity;

		private @Nullable String onUpdate;

		private @Nullable String comment;

		private boolean unique;

		private @Nullable String check;

		private Reader(String text, List<SqlToken> tokens) {
			this.text = text;
			this.tokens = tokens;
		}

		private void read() {
			int position = endOfClause(0);
			while (position < this.tokens.size()) {
				int end = endOfClause(position + 1);
				clause(position, end);
				position = end;
			}
		}

		private void clause(int start, int end) {
			SqlToken word = this.tokens.get(start);
			String rest = text(start + 1, end);
			if (word.isWord("default")) {
				this.defaultValue = rest;
			}
			else if (word.isWord("null")) {
				this.notNull |= start > 0 && this.tokens.get(start - 1).isWord("not");
			}
			else if (word.isWord("collate")) {
				this.collation = unquoted(rest, '"');
			}
			else if (word.isWord("generated")) {
				if (rest.toLowerCase(Locale.ROOT).startsWith("always")) {
					this.identity = Identity.ALWAYS;
				}
				else {
					this.identity = Identity.BY_DEFAULT;
				}
			}
			else if (word.isWord("as") && start + 1 < end && this.tokens.get(start + 1).isSymbol("(")) {
				this.identity = null;
				this.computed = inBrackets(rest);
			}
			else if (word.isWord("auto_increment")) {
				this.identity = Identity.BY_DEFAULT;
			}
			else if (word.isWord("virtual")) {
				this.virtual = true;
			}
			else if (word.isWord("on") && start + 1 < end && this.tokens.get(start + 1).isWord("update")) {
				this.onUpdate = text(start + 2, end);
			}
			else if (word.isWord("comment")) {
				this.comment = unquoted(rest, '\'');
			}
			else if (word.isWord("unique")) {
				this.unique = true;
			}
			else if (word.isWord("check")) {
				this.check = inBrackets(rest);
			}
		}

		// A clause ends where the next one begins outside of brackets.
		private int endOfClause(int start) {
			int depth = 0;
			for (int i = start; i < this.tokens.size(); i++) {
				SqlToken token = this.tokens.get(i);
				if (depth == 0 && i > 0 && token.kind() == SqlToken.Kind.WORD
						&& CLAUSES.contains(token.text().toLowerCase(Locale.ROOT)) && !isValueOfDefault(i)) {
					return i;
				}
				depth += (token.isSymbol("(")) ? 1 : (token.isSymbol(")")) ? -1 : 0;
			}
			return this.tokens.size();
		}

		private boolean isValueOfDefault(int position) {
			return this.tokens.get(position).isWord("null") && this.tokens.get(position - 1).isWord("default");
		}

		private String text(int start, int end) {
			return (start < end) ? this.text.substring(this.tokens.get(start).start(), this.tokens.get(end - 1).end())
					: "";
		}

		private static String inBrackets(String text) {
			return (text.startsWith("(") && text.endsWith(")")) ? text.substring(1, text.length() - 1).strip() : text;
		}

		private static String unquoted(String text, char quote) {
			String mark = String.valueOf(quote);
			return (text.length() > 1 && text.startsWith(mark) && text.endsWith(mark))
					? text.substring(1, text.length() - 1).replace(mark + mark, mark) : text;
		}

		private ColumnDefinition result() {
			return new ColumnDefinition(text(0, endOfClause(0)), this.defaultValue, this.notNull, this.collation,
					this.computed, this.virtual, this.identity, this.onUpdate, this.comment, this.unique, this.check);
		}

	}

}
