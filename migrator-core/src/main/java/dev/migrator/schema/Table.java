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
 * @param options what else single databases know of it
 */
public record Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		@Nullable String comment, List<TableOption> options) {

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
		options = List.copyOf(options);
	}

	public Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
			@Nullable String comment) {
		this(name, columns, constraints, indexes, comment, List.of());
	}

}
