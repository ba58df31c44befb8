package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a table another name in the same schema.
 *
 * @param table the table
 * @param newName its new name
 */
public record RenameTable(TableName table, String newName) implements TableOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameTable(this.table.withName(this.newName), this.table.name()));
	}

}
