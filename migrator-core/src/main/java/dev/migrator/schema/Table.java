package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns in order
 * @param constraints its constraints
 * @param indexes its indexes
 * @param comment its comment, or {@code null}
 */
public record Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		@Nullable String comment) {

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
	}

}
