package dev.migrator.operation;

import java.util.List;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Change the values of rows.
 *
 * @param table the table
 * @param assignments the columns and their new values
 * @param where which rows, or {@code null} for all
 */
public record UpdateRows(TableName table, List<Assignment> assignments,
		@Nullable Condition where) implements DataOperation {

	public UpdateRows {
		assignments = List.copyOf(assignments);
		if (assignments.isEmpty()) {
			throw new IllegalArgumentException("The update of %s sets no column".formatted(table));
		}
	}

	/**
	 * A column's new value.
	 *
	 * @param column the column
	 * @param value what it is set to
	 */
	public record Assignment(String column, Expression value) {

		static Assignment of(String column, @Nullable Object value) {
			Object term = (value instanceof Sql.ColumnTerm other) ? other.value() : value;
			return new Assignment(column, Expression.of(term));
		}

	}

}
