package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.TableName;

/**
 * Add a column behind the last one.
 *
 * @param table the table
 * @param column the column
 * @param ifNotExists whether a column of that name makes this do nothing
 */
public record AddColumn(TableName table, Column column, boolean ifNotExists) implements Operation {

}
