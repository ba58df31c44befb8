package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Drop a column and its values.
 *
 * @param table the table
 * @param column the column's name
 * @param ifExists whether its absence is no error
 */
public record DropColumn(TableName table, String column, boolean ifExists) implements Operation {

}
