package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Index;
import dev.migrator.schema.TableName;

/**
 * Create an index.
 *
 * @param table the table
 * @param index the index
 * @param ifNotExists whether an index of that name makes this do nothing
 * @param concurrently whether writers go on meanwhile (PostgreSQL; outside a transaction)
 */
public record CreateIndex(TableName table, Index index, boolean ifNotExists,
		boolean concurrently) implements IndexOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.index.name())
			.map((name) -> new DropIndex(this.table, name, false, this.concurrently, false, this.index));
	}

}
