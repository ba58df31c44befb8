package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code create index} as SQLite keeps it, which begins with the words in capital
 * letters and the index's name.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
final class CreateIndexReader {

	private final String sql;

	private final List<SqlToken> tokens;

	private final @Nullable TableDefinition table;

	private CreateIndexReader(String sql, @Nullable TableDefinition table) {
		this.sql = sql;
		this.tokens = SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
		this.table = table;
	}

	/**
	 * Read an index.
	 * @param index the index
	 * @param table its table, or {@code null} if that is not known
	 * @return the index
	 */
	static Index read(SchemaObject index, @Nullable TableDefinition table) {
		return new CreateIndexReader(index.sql(), table).index(index.name());
	}

	private Index index(String name) {
		boolean unique = this.tokens.get(1).isWord("unique");
		// Behind these: "index", its name, "on", the table and the bracket.
		int start = ((unique) ? 2 : 1) + 5;
		List<IndexColumn> columns = new ArrayList<>();
		int position = start;
		for (int depth = 1; depth > 0; position++) {
			SqlToken token = this.tokens.get(position);
			depth += (token.isSymbol("(")) ? 1 : 0;
			depth -= (token.isSymbol(")")) ? 1 : 0;
			if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
				columns.add(column(this.tokens.subList(start, position)));
				start = position + 1;
			}
		}
		String where = (position < this.tokens.size()) ? this.sql.substring(this.tokens.get(position).end()).strip()
				: null;
		return new Index(name, columns, unique, where);
	}

	private IndexColumn column(List<SqlToken> part) {
		boolean descending = part.get(part.size() - 1).isWord("desc");
		boolean ordered = descending || part.get(part.size() - 1).isWord("asc");
		List<SqlToken> compared = (ordered) ? part.subList(0, part.size() - 1) : part;
		int size = compared.size();
		boolean collated = size > 2 && compared.get(size - 2).isWord("collate");
		String collation = (collated) ? SqliteNames.of(compared.get(size - 1)) : null;
		List<SqlToken> text = (collated) ? compared.subList(0, size - 2) : compared;
		String column = column(text.get(0));
		if (text.size() == 1 && column != null) {
			return new IndexColumn(column, false, descending, collation, null, null, null);
		}
		List<SqlToken> inside = (isInBrackets(text)) ? text.subList(1, text.size() - 1) : text;
		return new IndexColumn(this.sql.substring(inside.get(0).start(), inside.get(inside.size() - 1).end()), true,
				descending, collation, null, null, null);
	}

	private @Nullable String column(SqlToken token) {
		return switch (token.kind()) {
			case WORD, QUOTED_IDENTIFIER, STRING -> (this.table != null)
					? this.table.column(SqliteNames.of(token)).map(ColumnDefinition::name).orElse(null) : null;
			default -> null;
		};
	}

	private static boolean isInBrackets(List<SqlToken> tokens) {
		int depth = 0;
		for (int i = 0; i < tokens.size() - 1; i++) {
			depth += (tokens.get(i).isSymbol("(")) ? 1 : 0;
			depth -= (tokens.get(i).isSymbol(")")) ? 1 : 0;
			if (depth == 0) {
				return false;
			}
		}
		return tokens.size() > 2;
	}

}
