package dev.migrator.operation;

import dev.migrator.schema.Table;

/**
 * Create a table with all that belongs to it.
 *
 * @param table the table, its constraints and indexes
 * @param ifNotExists whether a table of that name makes this do nothing
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

}
