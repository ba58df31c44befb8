package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;

/**
 * Add a column behind the last one.
 *
 * @param table the table
 * @param column the column
 * @param ifNotExists whether a column of that name makes this do nothing
 * @param constraints constraints of the column alone that are added in the same statement
 */
public record AddColumn(TableName table, Column column, boolean ifNotExists,
		List<Constraint> constraints) implements ColumnOperation {

	public AddColumn {
		constraints = List.copyOf(constraints);
	}

	public AddColumn(TableName table, Column column, boolean ifNotExists) {
		this(table, column, ifNotExists, List.of());
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropColumn(this.table, this.column.name(), false, false, this.column));
	}

}
