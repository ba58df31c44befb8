package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold no value
 * @param defaultValue what it gets where an insert names no value, or {@code null}
 * @param identity whether the database counts its values up
 * @param comment its comment, or {@code null}
 */
public record Column(String name, ColumnType type, boolean nullable, @Nullable ColumnDefault defaultValue,
		boolean identity, @Nullable String comment) {

}
