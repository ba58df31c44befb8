package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name its name
 * @param type the type of its numbers, or {@code null} for the database's default
 * @param options how it counts
 * @param owner the column that it goes with when that is dropped (PostgreSQL), or
 * {@code null}
 */
public record Sequence(TableName name, @Nullable ColumnType type, SequenceOptions options, @Nullable Owner owner) {

	/**
	 * A column that a sequence belongs to.
	 *
	 * @param table the table
	 * @param column the column
	 */
	public record Owner(TableName table, String column) {

	}

}
