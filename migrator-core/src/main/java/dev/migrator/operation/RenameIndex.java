package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give an index another name.
 *
 * @param table the table that it belongs to
 * @param name the index
 * @param newName its new name
 */
public record RenameIndex(TableName table, String name, String newName) implements IndexOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameIndex(this.table, this.newName, this.name));
	}

}
