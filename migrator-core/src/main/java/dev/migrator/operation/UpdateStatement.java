package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import dev.migrator.operation.UpdateRows.Assignment;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A typed update that a migration is writing.
 */
public final class UpdateStatement extends DataStatement {

	private final TableName table;

	private final List<Assignment> assignments = new ArrayList<>();

	private @Nullable Condition where;

	UpdateStatement(TableName table, ToLongFunction<DataStatement> executor) {
		super(executor);
		this.table = table;
	}

	/**
	 * Set a column.
	 * @param column the column
	 * @param value a value to bind, or {@link Sql#expression(String) an expression}
	 * @return this
	 */
	public UpdateStatement set(String column, @Nullable Object value) {
		this.assignments.add(Assignment.of(column, value));
		return this;
	}

	/**
	 * Take only some rows; all conditions given hold.
	 * @param condition which rows
	 * @return this
	 */
	public UpdateStatement where(Condition condition) {
		this.where = (this.where != null) ? this.where.and(condition) : condition;
		return this;
	}

	@Override
	Operation toOperation() {
		return new UpdateRows(this.table, this.assignments, this.where);
	}

}
