package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A typed insert of one row that a migration is writing.
 */
public final class InsertStatement extends DataStatement {

	private final TableName table;

	private final List<String> columns = new ArrayList<>();

	private final List<@Nullable Object> values = new ArrayList<>();

	InsertStatement(TableName table, ToLongFunction<DataStatement> executor) {
		super(executor);
		this.table = table;
	}

	/**
	 * Give a column its value.
	 * @param column the column
	 * @param value a value to bind, or {@link Sql#expression(String) an expression}
	 * @return this
	 */
	public InsertStatement set(String column, @Nullable Object value) {
		this.columns.add(column);
		this.values.add(value);
		return this;
	}

	@Override
	Operation toOperation() {
		List<List<@Nullable Object>> rows = List.of(this.values);
		return new InsertRows(this.table, this.columns, rows);
	}

}
