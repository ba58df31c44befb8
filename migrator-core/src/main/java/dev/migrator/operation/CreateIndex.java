package dev.migrator.operation;

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
		boolean concurrently) implements Operation {

}
