package dev.migrator.operation;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Delete rows.
 *
 * @param table the table
 * @param where which rows, or {@code null} for all
 */
public record DeleteRows(TableName table, @Nullable Condition where) implements DataOperation {

}
