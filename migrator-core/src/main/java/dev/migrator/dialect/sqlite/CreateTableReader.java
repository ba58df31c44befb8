package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code create table} as SQLite keeps it: which columns and constraints it has,
 * and where in the text they stand.
 *
 * @see <a href="https://www.sqlite.org/syntax/create-table-stmt.html">create-table-stmt
 * </a>
 */
final class CreateTableReader {

	/** Words with which a clause of a column begins, so that no type goes on. */
	private static final Set<String> CLAUSES = Set.of("constraint", "primary", "not", "null", "unique", "check",
			"default", "collate", "references", "as", "deferrable");

	private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");

	private final String sql;

	private final List<SqlToken> tokens;

	private int position;

	private CreateTableReader(String sql) {
		this.sql = sql;
		this.tokens = SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
	}

	/**
	 * Read a table.
	 * @param sql the statement
	 * @return the table
	 * @throws MigratorException {@code UNSUPPORTED} if it is none that can be read
	 */
	static TableDefinition read(String sql) {
		return new CreateTableReader(sql).table();
	}

	private TableDefinition table() {
		expect("create");
		boolean temporary = skip("temp") || skip("temporary");
		expect("table");
		SqlToken name = next();
		expectSymbol("(");
		List<ColumnDefinition> columns = new ArrayList<>();
		List<Clause> constraints = new ArrayList<>();
		while (!isAtSymbol(")")) {
			if (isAt(CONSTRAINTS)) {
				constraints.add(constraint());
			}
			else {
				columns.add(column());
			}
			if (isAtSymbol(",")) {
				this.position++;
			}
			else if (!isAtSymbol(")") && !isAt(CONSTRAINTS)) {
				throw unreadable();
			}
		}
		int close = next().start();
		Set<String> options = new HashSet<>();
		while (hasNext()) {
			SqlToken option = next();
			if (option.kind() == SqlToken.Kind.WORD) {
				options.add(option.text().toLowerCase(Locale.ROOT));
			}
		}
		if (columns.isEmpty() || temporary) {
			throw unreadable();
		}
		return new TableDefinition(this.sql, SqliteNames.of(name), new Span(name.start(), name.end()), columns,
				constraints, close, options);
	}

	private ColumnDefinition column() {
		SqlToken name = next();
		Span type = type();
		List<Clause> clauses = new ArrayList<>();
		while (!isAtSymbol(",") && !isAtSymbol(")")) {
			clauses.add(clause(SqliteNames.of(name)));
		}
		return new ColumnDefinition(SqliteNames.of(name), new Span(name.start(), end()),
				new Span(name.start(), name.end()), type, clauses);
	}

	private @Nullable Span type() {
		int start = this.position;
		while (isName() && !isAt(CLAUSES) && !isAtGenerated()) {
			this.position++;
		}
		if (this.position == start) {
			return null;
		}
		if (isAtSymbol("(")) {
			group();
		}
		return new Span(this.tokens.get(start).start(), end());
	}

	private boolean isAtGenerated() {
		return isAt(Set.of("generated")) && this.position + 1 < this.tokens.size()
				&& this.tokens.get(this.position + 1).isWord("always");
	}

	private Clause clause(String column) {
		int start = peek().start();
		String name = constraintName();
		if (isAtSymbol(",") || isAtSymbol(")") || isAt(Set.of("constraint"))) {
			return simple(Kind.OTHER, name, start);
		}
		if (skip("primary")) {
			expect("key");
			boolean descending = skip("desc");
			skip("asc");
			conflict();
			boolean autoincrement = skip("autoincrement");
			return new Clause(Kind.PRIMARY_KEY, name, new Span(start, end()), List.of(column), autoincrement,
					descending);
		}
		if (skip("unique")) {
			conflict();
			return new Clause(Kind.UNIQUE, name, new Span(start, end()), List.of(column), false, false);
		}
		if (skip("references")) {
			Reference reference = reference();
			return new Clause(name, new Span(start, end()), List.of(column), reference);
		}
		return otherClause(name, start);
	}

	private Clause otherClause(@Nullable String name, int start) {
		if (skip("not")) {
			expect("null");
			conflict();
			return simple(Kind.NOT_NULL, name, start);
		}
		if (skip("null")) {
			conflict();
			return simple(Kind.NULL, name, start);
		}
		if (skip("check")) {
			return expression(Kind.CHECK, name, start);
		}
		if (skip("default")) {
			Span value = defaultValue();
			return new Clause(Kind.DEFAULT, name, new Span(start, end()), Set.of(), value);
		}
		if (skip("collate")) {
			SqlToken collation = next();
			return new Clause(Kind.COLLATE, name, new Span(start, end()), Set.of(),
					new Span(collation.start(), collation.end()));
		}
		if (skip("generated")) {
			expect("always");
		}
		if (skip("as")) {
			int open = this.position;
			Set<String> words = group();
			Span body = insideOf(open);
			if (!skip("stored")) {
				skip("virtual");
			}
			return new Clause(Kind.GENERATED, name, new Span(start, end()), words, body);
		}
		if (deferrable()) {
			return simple(Kind.OTHER, name, start);
		}
		throw unreadable();
	}

	private Span defaultValue() {
		if (isAtSymbol("(")) {
			int open = this.position;
			group();
			return insideOf(open);
		}
		int start = peek().start();
		if (isAtSymbol("+") || isAtSymbol("-")) {
			this.position++;
		}
		next();
		return new Span(start, end());
	}

	private Clause constraint() {
		int start = peek().start();
		String name = constraintName();
		if (skip("primary")) {
			expect("key");
			return key(Kind.PRIMARY_KEY, name, start);
		}
		if (skip("unique")) {
			return key(Kind.UNIQUE, name, start);
		}
		if (skip("check")) {
			return expression(Kind.CHECK, name, start);
		}
		if (skip("foreign")) {
			expect("key");
			List<String> columns = columns();
			expect("references");
			Reference reference = reference();
			return new Clause(name, new Span(start, end()), columns, reference);
		}
		return simple(Kind.OTHER, name, start);
	}

	private Clause key(Kind kind, @Nullable String name, int start) {
		int open = this.position;
		List<String> columns = columns();
		List<SqlToken> inside = this.tokens.subList(open, this.position);
		boolean autoincrement = inside.stream().anyMatch((token) -> token.isWord("autoincrement"));
		conflict();
		// A descending order takes the rowid away only where it stands with the column.
		return new Clause(kind, name, new Span(start, end()), columns, autoincrement, false);
	}

	private Clause expression(Kind kind, @Nullable String name, int start) {
		int open = this.position;
		Set<String> words = group();
		Span body = insideOf(open);
		conflict();
		return new Clause(kind, name, new Span(start, end()), words, body);
	}

	private Clause simple(Kind kind, @Nullable String name, int start) {
		return new Clause(kind, name, new Span(start, end()), Set.of(), null);
	}

	private @Nullable String constraintName() {
		return (skip("constraint")) ? SqliteNames.of(next()) : null;
	}

	private void conflict() {
		if (isAt(Set.of("on")) && this.position + 1 < this.tokens.size()
				&& this.tokens.get(this.position + 1).isWord("conflict")) {
			this.position += 3;
		}
	}

	private Reference reference() {
		String table = SqliteNames.of(next());
		List<String> columns = (isAtSymbol("(")) ? columns() : List.of();
		ReferentialAction onDelete = null;
		ReferentialAction onUpdate = null;
		Deferral deferral = null;
		while (true) {
			int start = this.position;
			if (skip("on")) {
				boolean delete = next().isWord("delete");
				ReferentialAction action = action();
				onDelete = (delete) ? action : onDelete;
				onUpdate = (delete) ? onUpdate : action;
			}
			else if (skip("match")) {
				next();
			}
			else if (deferrable()) {
				deferral = deferral(this.tokens.subList(start, this.position));
			}
			else {
				return new Reference(table, columns, onDelete, onUpdate, deferral);
			}
		}
	}

	private @Nullable ReferentialAction action() {
		if (skip("set")) {
			return (next().isWord("null")) ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
		}
		if (skip("no")) {
			next();
			return null;
		}
		return (next().isWord("cascade")) ? ReferentialAction.CASCADE : ReferentialAction.RESTRICT;
	}

	private static @Nullable Deferral deferral(List<SqlToken> words) {
		if (words.get(0).isWord("not")) {
			return null;
		}
		return (words.get(words.size() - 1).isWord("deferred")) ? Deferral.INITIALLY_DEFERRED
				: Deferral.INITIALLY_IMMEDIATE;
	}

	private boolean deferrable() {
		boolean not = isAt(Set.of("not")) && this.position + 1 < this.tokens.size()
				&& this.tokens.get(this.position + 1).isWord("deferrable");
		this.position += (not) ? 1 : 0;
		if (!skip("deferrable")) {
			return false;
		}
		if (skip("initially")) {
			next();
		}
		return true;
	}

	/** Read the columns of a key: the first name of each part. */
	private List<String> columns() {
		List<String> columns = new ArrayList<>();
		boolean first = true;
		int open = this.position;
		group();
		for (SqlToken token : this.tokens.subList(open + 1, this.position - 1)) {
			if (first) {
				columns.add(SqliteNames.of(token));
			}
			first = token.isSymbol(",");
		}
		return columns;
	}

	/** Go past what stands in brackets, and return the names in it. */
	private Set<String> group() {
		int start = this.position;
		expectSymbol("(");
		for (int depth = 1; depth > 0;) {
			SqlToken token = next();
			depth += (token.isSymbol("(")) ? 1 : 0;
			depth -= (token.isSymbol(")")) ? 1 : 0;
		}
		return SqliteNames.in(this.tokens.subList(start, this.position));
	}

	/** Return what stands in the brackets that end here. */
	private Span insideOf(int open) {
		return new Span(this.tokens.get(open).end(), this.tokens.get(this.position - 1).start());
	}

	private boolean hasNext() {
		return this.position < this.tokens.size();
	}

	private SqlToken peek() {
		if (!hasNext()) {
			throw unreadable();
		}
		return this.tokens.get(this.position);
	}

	private SqlToken next() {
		SqlToken token = peek();
		this.position++;
		return token;
	}

	private int end() {
		return this.tokens.get(this.position - 1).end();
	}

	private boolean isName() {
		return hasNext() && switch (peek().kind()) {
			case WORD, QUOTED_IDENTIFIER, STRING -> true;
			default -> false;
		};
	}

	private boolean isAt(Set<String> words) {
		return hasNext() && peek().kind() == SqlToken.Kind.WORD
				&& words.contains(peek().text().toLowerCase(Locale.ROOT));
	}

	private boolean isAtSymbol(String symbol) {
		return hasNext() && peek().isSymbol(symbol);
	}

	private boolean skip(String word) {
		boolean there = isAt(Set.of(word));
		this.position += (there) ? 1 : 0;
		return there;
	}

	private void expect(String word) {
		if (!skip(word)) {
			throw unreadable();
		}
	}

	private void expectSymbol(String symbol) {
		if (!isAtSymbol(symbol)) {
			throw unreadable();
		}
		this.position++;
	}

	private MigratorException unreadable() {
		String at = (hasNext()) ? "at '%s'".formatted(this.sql.substring(peek().start())) : "at its end";
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"What SQLite keeps as the definition of a table cannot be read %s: %s".formatted(at, this.sql),
				"Change this table by SQL of your own.");
	}

}
