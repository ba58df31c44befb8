package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.UpdateRows.Assignment;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An update in batches as a migration describes it.
 */
public final class BatchedUpdateSpec {

	private static final int DEFAULT_SIZE = 1_000;

	private final List<Assignment> assignments = new ArrayList<>();

	private List<String> key = List.of();

	private int size = DEFAULT_SIZE;

	private @Nullable Condition where;

	BatchedUpdateSpec() {
	}

	/**
	 * Walk the table in the order of these columns: its primary key, or others that are
	 * unique together and never null.
	 * @param columns their names, in the order of their index
	 * @return this
	 */
	public BatchedUpdateSpec key(String... columns) {
		this.key = List.of(columns);
		return this;
	}

	/**
	 * Go over so many rows of the table in one transaction, whether they are changed or
	 * not.
	 * @param rows how many; 1000 if nothing is said
	 * @return this
	 */
	public BatchedUpdateSpec size(int rows) {
		this.size = rows;
		return this;
	}

	/**
	 * Set a column.
	 * @param column the column
	 * @param value a value to bind, or {@link Sql#expression(String) an expression}
	 * @return this
	 */
	public BatchedUpdateSpec set(String column, @Nullable Object value) {
		this.assignments.add(Assignment.of(column, value));
		return this;
	}

	/**
	 * Take only some rows; all conditions given hold.
	 * @param condition which rows
	 * @return this
	 */
	public BatchedUpdateSpec where(Condition condition) {
		this.where = (this.where != null) ? this.where.and(condition) : condition;
		return this;
	}

	/**
	 * Take only some rows; all conditions given hold.
	 * @param sql which rows, in the database's own words, with a question mark for each
	 * bound value
	 * @param binds the values
	 * @return this
	 */
	public BatchedUpdateSpec where(String sql, @Nullable Object... binds) {
		return where(Sql.condition(sql, binds));
	}

	UpdateInBatches toOperation(TableName table) {
		return new UpdateInBatches(table, this.key, this.size, this.assignments, this.where);
	}

}
