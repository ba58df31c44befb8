package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Table;

/**
 * Create a table with all that belongs to it.
 *
 * @param table the table, its constraints and indexes
 * @param ifNotExists whether a table of that name makes this do nothing
 */
public record CreateTable(Table table, boolean ifNotExists) implements TableOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropTable(this.table.name(), false, false, this.table));
	}

}
