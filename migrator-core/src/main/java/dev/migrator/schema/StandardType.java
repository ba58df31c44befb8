package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A portable type that each dialect has a word for.
 *
 * @param kind the kind of type
 * @param length the length in characters or bytes, the precision of a number in digits,
 * or the precision of a time in digits of a second; {@code null} for the database's
 * default
 * @param scale the digits after the point of a number, or {@code null}
 */
public record StandardType(Kind kind, @Nullable Integer length, @Nullable Integer scale) implements ColumnType {

	/**
	 * The portable types.
	 */
	public enum Kind {

		BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, NUMERIC, CHAR, VARCHAR, TEXT, VARBINARY, BLOB, DATE, TIME,
		TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON

	}

}
