package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Drop a table and its rows.
 *
 * @param table the table
 * @param ifExists whether its absence is no error
 */
public record DropTable(TableName table, boolean ifExists) implements Operation {

}
