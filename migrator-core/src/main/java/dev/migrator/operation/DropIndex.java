package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Drop an index.
 *
 * @param table the table that it belongs to
 * @param name the index
 * @param ifExists whether its absence is no error
 * @param concurrently whether writers go on meanwhile (PostgreSQL; outside a transaction)
 */
public record DropIndex(TableName table, String name, boolean ifExists, boolean concurrently) implements Operation {

}
