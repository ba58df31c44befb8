package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Give a table another name in the same schema.
 *
 * @param table the table
 * @param newName its new name
 */
public record RenameTable(TableName table, String newName) implements Operation {

}
