package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Insert rows.
 *
 * @param table the table
 * @param columns the columns that are given a value
 * @param rows the rows, each with one value a column
 * @param onConflictDoNothing whether rows that are there already by a primary key or a
 * unique constraint are left out
 */
public record InsertRows(TableName table, List<String> columns, List<List<@Nullable Object>> rows,
		boolean onConflictDoNothing) implements DataOperation {

	public InsertRows {
		columns = List.copyOf(columns);
		List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
		for (List<@Nullable Object> row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException("A row for %s has %d values for %d columns %s".formatted(table,
						row.size(), columns.size(), columns));
			}
			copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
		}
		rows = Collections.unmodifiableList(copy);
	}

	public InsertRows(TableName table, List<String> columns, List<List<@Nullable Object>> rows) {
		this(table, columns, rows, false);
	}

}
