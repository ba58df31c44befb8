package dev.migrator.dialect.syntax;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.syntax.SqlSyntax.Feature;
import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a script's tokens statement by statement.
 */
final class StatementReader {

	private final SqlSyntax syntax;

	private final SyntaxErrors errors;

	private final SqlLexer lexer;

	private final List<SqlToken> statement = new ArrayList<>();

	private BlockTracker blocks;

	private int parentheses;

	private int parenthesisLine;

	StatementReader(String sql, SqlSyntax syntax, @Nullable String location, int firstLine) {
		this.syntax = syntax;
		this.errors = new SyntaxErrors(location);
		this.lexer = new SqlLexer(sql, syntax, this.errors, firstLine);
		this.blocks = new BlockTracker(syntax);
	}

	/**
	 * Return the next statement.
	 * @return its tokens, of which the first is code or an optimizer's hint and the last
	 * is code; or {@code null} after the last statement
	 * @throws MigratorException if the script cannot be split here
	 */
	@Nullable List<SqlToken> next() {
		this.statement.clear();
		this.blocks = new BlockTracker(this.syntax);
		this.parentheses = 0;
		while (this.lexer.hasNext()) {
			SqlToken token = this.lexer.next();
			if (token.kind() == Kind.SEPARATOR && !isInside()) {
				List<SqlToken> complete = complete();
				if (complete != null) {
					return complete;
				}
			}
			else {
				add(token);
			}
		}
		if (isInside()) {
			throw unclosed();
		}
		return complete();
	}

	private void add(SqlToken token) {
		if (this.statement.isEmpty() && token.isSymbol(";")) {
			// an empty statement under another separator
			return;
		}
		if (token.isCode()) {
			refuseClientCommands(token);
			this.statement.add(token);
			if (!this.lexer.hasCustomSeparator()) {
				follow(token);
			}
		}
		else if (!this.statement.isEmpty() || isHint(token)) {
			this.statement.add(token);
		}
	}

	private void follow(SqlToken token) {
		if (token.isSymbol("(")) {
			if (this.parentheses++ == 0) {
				this.parenthesisLine = token.line();
			}
		}
		else if (token.isSymbol(")") && this.parentheses > 0) {
			this.parentheses--;
		}
		this.blocks.accept(token, this.parentheses);
	}

	private boolean isInside() {
		return !this.lexer.hasCustomSeparator() && (this.parentheses > 0 || this.blocks.openLine() != -1);
	}

	/** A hint in front of a statement belongs to it, unlike other comments there. */
	private static boolean isHint(SqlToken token) {
		return token.kind() == Kind.COMMENT && token.text().startsWith("/*+");
	}

	private @Nullable List<SqlToken> complete() {
		int end = this.statement.size();
		while (end > 0 && isDispensable(this.statement.get(end - 1))) {
			end--;
		}
		List<SqlToken> complete = List.copyOf(this.statement.subList(0, end));
		this.statement.clear();
		this.blocks = new BlockTracker(this.syntax);
		return complete.isEmpty() ? null : complete;
	}

	private static boolean isDispensable(SqlToken token) {
		return !token.isCode() || token.isSymbol(";");
	}

	private void refuseClientCommands(SqlToken token) {
		if (!this.syntax.has(Feature.PSQL_COMMANDS)) {
			return;
		}
		if (token.isSymbol("\\")) {
			throw this.errors.at(token.line(),
					"A backslash starts a command of psql, which the database does not know.",
					"Remove the command or write it as SQL.");
		}
		if (token.isWord("stdin") && this.statement.get(0).isWord("copy") && lastWordBefore(token).isWord("from")) {
			throw this.errors.at(this.statement.get(0).line(), "COPY … FROM STDIN reads rows that only psql can send.",
					"Write the rows as INSERT statements, or load them with op.bulkInsert in a Java revision.");
		}
	}

	private SqlToken lastWordBefore(SqlToken token) {
		for (int i = this.statement.size() - 1; i > 0; i--) {
			SqlToken candidate = this.statement.get(i);
			if (candidate.isCode()) {
				return candidate;
			}
		}
		return token;
	}

	private MigratorException unclosed() {
		if (this.parentheses > 0) {
			return this.errors.at(this.parenthesisLine, "The parenthesis that opens here is never closed.",
					"Close it with ) .");
		}
		return this.errors.at(this.blocks.openLine(), "The block that opens here is never closed.",
				this.syntax.has(Feature.DELIMITER_COMMAND)
						? "Close it with END, or put DELIMITER // before the statement and // behind it."
						: "Close it with END; its last inner statement needs a semicolon, too.");
	}

}
