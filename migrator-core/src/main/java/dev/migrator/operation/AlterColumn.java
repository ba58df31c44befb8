package dev.migrator.operation;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Change a column. What is {@code null} stays as it is; the new name is given last.
 *
 * @param table the table
 * @param column the column's name before
 * @param newName its new name, or {@code null}
 * @param type its new type, or {@code null}
 * @param using the expression that makes a value of the new type from the row
 * (PostgreSQL), or {@code null}
 * @param nullable whether it may hold no value, or {@code null}
 * @param defaultChange what becomes of its default, or {@code null}
 */
public record AlterColumn(TableName table, String column, @Nullable String newName, @Nullable ColumnType type,
		@Nullable String using, @Nullable Boolean nullable,
		@Nullable DefaultChange defaultChange) implements Operation {

}
