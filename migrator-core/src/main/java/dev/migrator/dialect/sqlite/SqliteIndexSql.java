package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.TableName;

/**
 * Indexes of SQLite. As there is one writer at a time, {@code concurrently} changes
 * nothing. An index without a name gets one as PostgreSQL would give it.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
final class SqliteIndexSql extends IndexSql {

	private static final String ADVICE = "Leave that out on SQLite, for example by op.dialect().";

	SqliteIndexSql(SqlWords words) {
		super(words);
	}

	// The schema stands with the index, and holds for the table.
	@Override
	protected Stream<String> create(CreateIndex operation) {
		Index index = operation.index();
		check(index);
		TableName table = operation.table();
		TableName name = table.withName((index.name() != null) ? index.name() : name(table, index.columns()));
		return Stream.of("create %sindex %s%s on %s %s%s".formatted(kind(index),
				words().ifNotExists(operation.ifNotExists()), words().name(name), words().name(table.name()),
				index.columns().stream().map(this::column).collect(Collectors.joining(", ", "(", ")")),
				options(index)));
	}

	private static String name(TableName table, List<IndexColumn> columns) {
		return table.name() + columns.stream()
			.map((column) -> (column.expression()) ? "expr" : column.text())
			.collect(Collectors.joining("_", "_", "_idx"));
	}

	@Override
	protected void check(Index index) {
		String name = (index.name() != null) ? ", as '%s' would be".formatted(index.name()) : "";
		words().refuse(index.method() != null, "index by the method '%s'".formatted(index.method()) + name, ADVICE);
		words().refuse(!index.include().isEmpty(), "index that holds more columns" + name, ADVICE);
		words().refuse(index.nullsNotDistinct(), "unique index to which two nulls are equal" + name, ADVICE);
		words().refuse(!index.with().isEmpty() || index.tablespace() != null,
				"index that says how or where it is stored" + name, ADVICE);
		for (IndexColumn column : index.columns()) {
			words().refuse(column.operatorClass() != null, "index by an operator class" + name, ADVICE);
			words().refuse(column.prefix() != null, "index on the beginning of a text" + name, ADVICE);
			words().refuse(column.nullsOrder() != null && column.nullsOrder() != natural(column),
					"index with nulls %s".formatted(String.valueOf(column.nullsOrder()).toLowerCase(Locale.ROOT))
							+ name,
					ADVICE);
		}
	}

	private static NullsOrder natural(IndexColumn column) {
		return (column.descending()) ? NullsOrder.LAST : NullsOrder.FIRST;
	}

	// Where nulls stand by themselves is not to be said.
	@Override
	protected String column(IndexColumn column) {
		return super.column(new IndexColumn(column.text(), column.expression(), column.descending(), column.collation(),
				null, null, null));
	}

	@Override
	protected Stream<String> drop(DropIndex operation) {
		return Stream.of("drop index " + words().ifExists(operation.ifExists())
				+ words().name(operation.table().withName(operation.name())));
	}

}
