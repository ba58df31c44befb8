package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.TableName;

/**
 * Indexes in the words of SQLite. As there is one writer at a time, {@code concurrently}
 * changes nothing. An index without a name gets one as PostgreSQL would give it.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
final class IndexWords {

	private final Dialect dialect;

	IndexWords(Dialect dialect) {
		this.dialect = dialect;
	}

	// The schema stands with the index, and holds for the table.
	String create(CreateIndex operation) {
		Index index = operation.index();
		Refusal.ifSaid(index.method() != null, "The method of an index");
		Refusal.ifSaid(!index.include().isEmpty(), "An index that holds more columns");
		Refusal.ifSaid(index.nullsNotDistinct(), "A unique index to which two nulls are equal");
		Refusal.ifSaid(!index.with().isEmpty() || index.tablespace() != null, "How and where an index is stored");
		TableName name = operation.table()
			.withName((index.name() != null) ? index.name() : name(operation.table(), index.columns()));
		return "create %sindex %s%s on %s %s%s".formatted((index.unique()) ? "unique " : "",
				(operation.ifNotExists()) ? "if not exists " : "", this.dialect.quote(name),
				this.dialect.quote(operation.table().name()),
				index.columns().stream().map(this::column).collect(Collectors.joining(", ", "(", ")")),
				(index.where() != null) ? " where " + index.where() : "");
	}

	private static String name(TableName table, List<IndexColumn> columns) {
		return table.name() + columns.stream()
			.map((column) -> (column.expression()) ? "expr" : column.text())
			.collect(Collectors.joining("_", "_", "_idx"));
	}

	private String column(IndexColumn column) {
		Refusal.ifSaid(column.operatorClass() != null, "How an index compares values of a column");
		Refusal.ifSaid(column.prefix() != null, "An index of the first characters of a text");
		NullsOrder natural = (column.descending()) ? NullsOrder.LAST : NullsOrder.FIRST;
		Refusal.ifSaid(column.nullsOrder() != null && column.nullsOrder() != natural,
				"An index with nulls " + String.valueOf(column.nullsOrder()).toLowerCase(Locale.ROOT));
		String sql = (column.expression()) ? "(" + column.text() + ")" : this.dialect.quote(column.text());
		return sql + ((column.collation() != null) ? " collate " + column.collation() : "")
				+ ((column.descending()) ? " desc" : "");
	}

	String drop(DropIndex operation) {
		return "drop index %s%s".formatted((operation.ifExists()) ? "if exists " : "",
				this.dialect.quote(operation.table().withName(operation.name())));
	}

}
