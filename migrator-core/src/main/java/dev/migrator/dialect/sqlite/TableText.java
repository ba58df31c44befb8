package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;

/**
 * Changes the text of a {@code create table} in places and leaves the rest of it,
 * comments and all, as its author wrote it.
 */
final class TableText {

	private final TableDefinition table;

	/** What takes the place of a piece of the text, by where the piece starts. */
	private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();

	private final Map<Integer, StringBuilder> insertions = new HashMap<>();

	private final Set<Span> removedItems = new HashSet<>();

	private final List<String> newColumns = new ArrayList<>();

	private final List<String> newConstraints = new ArrayList<>();

	TableText(TableDefinition table) {
		this.table = table;
	}

	void replace(Span span, String text) {
		this.replacements.put(span.from(), new Replacement(span.to(), text));
	}

	/** Remove a clause of a column, or a constraint of the table. */
	void remove(Clause clause) {
		if (this.table.constraints().contains(clause)) {
			this.removedItems.add(clause.span());
		}
		else {
			replace(withBlanksBefore(clause.span()), "");
		}
	}

	// Not a line end, which may end a comment.
	private Span withBlanksBefore(Span span) {
		int from = span.from();
		while (" \t".indexOf(this.table.sql().charAt(from - 1)) != -1) {
			from--;
		}
		return new Span(from, span.to());
	}

	/**
	 * Return the tokens of a clause, without comments.
	 * @param clause the clause
	 * @return its tokens, whose places are counted from its own start
	 */
	List<SqlToken> tokens(Clause clause) {
		return clause.tokens(this.table.sql());
	}

	/**
	 * Find a token of a clause.
	 * @param clause the clause
	 * @param number which of its tokens, from 0
	 * @return its place in the text
	 */
	Span place(Clause clause, int number) {
		SqlToken token = tokens(clause).get(number);
		return new Span(clause.span().from() + token.start(), clause.span().from() + token.end());
	}

	void remove(ColumnDefinition column) {
		this.removedItems.add(column.span());
	}

	void insert(int offset, String text) {
		this.insertions.computeIfAbsent(offset, (key) -> new StringBuilder()).append(text);
	}

	void addColumn(String column) {
		this.newColumns.add(unqualified(column));
	}

	void addConstraint(String constraint) {
		this.newConstraints.add(unqualified(constraint));
	}

	/**
	 * Write the changed text.
	 * @param newName the table's name in it, in SQL
	 * @return the statement
	 */
	String write(String newName) {
		qualifiers(this.table.sql()).forEach((span) -> replace(span, ""));
		String sql = this.table.sql();
		List<Span> items = this.table.items();
		int lastColumn = lastKept(items.subList(0, this.table.columns().size()));
		int last = lastKept(items);
		StringBuilder text = new StringBuilder("create table ").append(newName);
		text.append(this.table.nameSpan().until(items.get(0)).of(sql));
		for (int i = 0; i <= last; i++) {
			Span item = items.get(i);
			if (this.removedItems.contains(item)) {
				continue;
			}
			text.append(edited(item));
			if (i == lastColumn) {
				this.newColumns.forEach((column) -> text.append(",\n    ").append(column));
			}
			if (i < last) {
				text.append(item.until(items.get(i + 1)).of(sql));
			}
		}
		this.newConstraints.forEach((constraint) -> text.append(",\n    ").append(constraint));
		return text.append(sql.substring(items.get(items.size() - 1).to())).toString();
	}

	private int lastKept(List<Span> items) {
		int last = items.size() - 1;
		while (last >= 0 && this.removedItems.contains(items.get(last))) {
			last--;
		}
		return last;
	}

	private String edited(Span item) {
		String sql = this.table.sql();
		StringBuilder text = new StringBuilder();
		for (int i = item.from(); i <= item.to();) {
			StringBuilder inserted = this.insertions.get(i);
			if (inserted != null) {
				text.append(inserted);
			}
			Replacement replacement = (i < item.to()) ? this.replacements.get(i) : null;
			if (replacement != null) {
				text.append(replacement.text());
				i = replacement.end();
			}
			else {
				text.append((i < item.to()) ? sql.substring(i, i + 1) : "");
				i++;
			}
		}
		return text.toString().strip();
	}

	// The table has another name for a while, which a condition on table.column would
	// miss.
	private List<Span> qualifiers(String sql) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
		List<Span> qualifiers = new ArrayList<>();
		for (int i = 0; i + 2 < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
			if (name && tokens.get(i + 1).isSymbol(".") && SqliteNames.same(SqliteNames.of(token), this.table.name())) {
				qualifiers.add(new Span(token.start(), tokens.get(i + 1).end()));
			}
		}
		return qualifiers;
	}

	private String unqualified(String sql) {
		StringBuilder text = new StringBuilder(sql);
		List<Span> qualifiers = qualifiers(sql);
		for (int i = qualifiers.size() - 1; i >= 0; i--) {
			text.delete(qualifiers.get(i).from(), qualifiers.get(i).to());
		}
		return text.toString();
	}

	/**
	 * What takes the place of a piece of the text.
	 *
	 * @param end where the piece ends
	 * @param text what takes its place
	 */
	private record Replacement(int end, String text) {

	}

}
