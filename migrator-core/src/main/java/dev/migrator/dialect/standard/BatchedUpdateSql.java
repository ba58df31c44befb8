package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Updates in batches. Keys of several columns are compared as row values; their first
 * column is compared by itself, too, for databases that use an index only then.
 */
final class BatchedUpdateSql implements BatchedUpdate {

	private static final String ROWS = "walked";

	private final UpdateInBatches operation;

	private final DataSql data;

	private final Catalog catalog;

	private final List<String> columns;

	BatchedUpdateSql(UpdateInBatches operation, DataSql data, Catalog catalog) {
		this.operation = operation;
		this.data = data;
		this.catalog = catalog;
		this.columns = operation.key().stream().map(data.words()::name).toList();
	}

	@Override
	public void check(SqlSession session) {
		TableName table = this.operation.table();
		SqlName name = new SqlName((table.schema() != null) ? this.data.words().name(table.schema()) : null,
				this.data.words().name(table.name()));
		for (int i = 0; i < this.columns.size(); i++) {
			String column = this.operation.key().get(i);
			if (this.catalog.findColumn(name, this.columns.get(i), session) == Presence.ABSENT) {
				throw invalid("%s has no column '%s' to walk by.".formatted(table, column));
			}
			if (this.catalog.findNotNull(name, this.columns.get(i), session) == Presence.ABSENT) {
				throw invalid("'%s' of %s may be null, and a row without a key would be left out of the walk."
					.formatted(column, table));
			}
			if (this.catalog.findOrder(name, this.columns.get(i), session) == Presence.ABSENT) {
				throw invalid(
						"'%s' of %s is sorted otherwise than compared, so that rows would be left out of the walk."
							.formatted(column, table));
			}
		}
		if (this.catalog.findUniqueKey(name, this.columns, session) == Presence.ABSENT) {
			throw invalid("nothing makes %s unique in %s, so that a batch could become as large as the table."
				.formatted(String.join(", ", this.operation.key()), table));
		}
	}

	private static MigratorException invalid(String problem) {
		return new MigratorException(ErrorCategory.INVALID_REVISION, problem,
				"Walk by the columns of its primary key, or of a unique index whose columns are not null.");
	}

	@Override
	public SqlStatement withoutKey() {
		return SqlStatement.of("select 1 as found from %s where %s".formatted(table(),
				this.columns.stream().map((column) -> column + " is null").collect(Collectors.joining(" or ")))
				+ this.data.limit(1));
	}

	@Override
	public SqlStatement end(@Nullable List<Object> after) {
		String key = String.join(", ", this.columns);
		StatementText text = new StatementText();
		text.sql("select %s, count(*) over () as %s from (select %s from %s".formatted(
				mapColumns((column, i) -> "%s as %s".formatted(this.data.keyText("batch." + column), label(i))), ROWS,
				key, table()));
		if (after != null) {
			text.sql(" where ");
			bound(text, ">", after);
		}
		text.sql(" order by %s%s) batch order by %s%s".formatted(key, this.data.limit(this.operation.size()),
				mapColumns((column, i) -> "batch.%s desc".formatted(column)), this.data.limit(1)));
		return this.data.statement(text);
	}

	@Override
	public List<Object> keyOf(Row end) {
		List<Object> key = new ArrayList<>();
		for (int i = 0; i < this.columns.size(); i++) {
			key.add(Objects.requireNonNull(end.get(label(i)), "A key was null"));
		}
		return key;
	}

	@Override
	public long rowsOf(Row end) {
		return end.number(ROWS);
	}

	@Override
	public SqlStatement update(@Nullable List<Object> after, List<Object> last) {
		StatementText text = new StatementText();
		this.data.set(text, this.operation.table(), this.operation.assignments());
		text.sql(" where ");
		if (after != null) {
			bound(text, ">", after);
			text.sql(" and ");
		}
		bound(text, "<=", last);
		if (this.operation.where() != null) {
			text.sql(" and (");
			this.data.condition(text, this.operation.where());
			text.sql(")");
		}
		return this.data.statement(text);
	}

	private void bound(StatementText text, String operator, List<Object> key) {
		String first = this.columns.get(0);
		if (this.columns.size() == 1) {
			text.sql("%s %s ".formatted(first, operator));
			this.data.keyValue(text, key.get(0));
			return;
		}
		text.sql("%s %s ".formatted(first, (operator.equals(">")) ? ">=" : operator));
		this.data.keyValue(text, key.get(0));
		text.sql(" and (%s) %s (".formatted(String.join(", ", this.columns), operator));
		for (int i = 0; i < key.size(); i++) {
			text.sql((i > 0) ? ", " : "");
			this.data.keyValue(text, key.get(i));
		}
		text.sql(")");
	}

	private String table() {
		return this.data.words().name(this.operation.table());
	}

	private String mapColumns(ColumnText column) {
		return IntStream.range(0, this.columns.size())
			.mapToObj((i) -> column.of(this.columns.get(i), i))
			.collect(Collectors.joining(", "));
	}

	private static String label(int i) {
		return "key_" + (i + 1);
	}

	private interface ColumnText {

		String of(String column, int index);

	}

}
