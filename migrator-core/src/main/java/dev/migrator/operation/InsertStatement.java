package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A typed insert that a migration is writing: of one row by {@link #set}, or of several
 * by {@link #columns} and {@link #values}.
 */
public final class InsertStatement extends DataStatement {

	private final TableName table;

	private final List<String> columns = new ArrayList<>();

	private final List<List<@Nullable Object>> rows = new ArrayList<>();

	private final List<@Nullable Object> row = new ArrayList<>();

	private boolean onConflictDoNothing;

	InsertStatement(TableName table, ToLongFunction<DataStatement> executor) {
		super(executor);
		this.table = table;
	}

	/**
	 * Give a column its value in the one row that is inserted.
	 * @param column the column
	 * @param value a value to bind, or {@link Sql#expression(String) an expression}
	 * @return this
	 */
	public InsertStatement set(String column, @Nullable Object value) {
		this.columns.add(column);
		this.row.add(value);
		return this;
	}

	/**
	 * Name the columns that each row gives a value.
	 * @param names their names
	 * @return this
	 */
	public InsertStatement columns(String... names) {
		this.columns.addAll(List.of(names));
		return this;
	}

	/**
	 * Add a row.
	 * @param values a value a column, each to bind or {@link Sql#expression(String) an
	 * expression}
	 * @return this
	 */
	public InsertStatement values(@Nullable Object... values) {
		this.rows.add(Arrays.asList(values));
		return this;
	}

	/**
	 * Leave out rows that are there already by a primary key or a unique constraint
	 * (PostgreSQL, MySQL, MariaDB, SQLite).
	 * @return this
	 */
	public InsertStatement onConflictDoNothing() {
		this.onConflictDoNothing = true;
		return this;
	}

	@Override
	Operation toOperation() {
		if (!this.rows.isEmpty() && !this.row.isEmpty()) {
			throw new IllegalArgumentException(
					"The insert into %s needs set(…) or columns(…) and values(…), not both".formatted(this.table));
		}
		List<List<@Nullable Object>> all = (this.rows.isEmpty()) ? List.of(this.row) : this.rows;
		return new InsertRows(this.table, this.columns, all, this.onConflictDoNothing);
	}

}
