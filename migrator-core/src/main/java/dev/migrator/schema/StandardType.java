package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A portable type that each dialect has a word for.
 *
 * @param kind the kind of type
 * @param length the length in characters, bytes or bits, the precision of a number in
 * digits, of a floating point number in bits, or of a time in digits of a second;
 * {@code null} for the database's default
 * @param scale the digits after the point of a number, or {@code null}
 */
public record StandardType(Kind kind, @Nullable Integer length, @Nullable Integer scale) implements ColumnType {

	/**
	 * The portable types.
	 */
	public enum Kind {

		BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC, CHAR, VARCHAR, TEXT, CLOB, BINARY,
		VARBINARY, BLOB, BIT, BIT_VARYING, DATE, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE,
		INTERVAL, INTERVAL_YEAR_TO_MONTH, INTERVAL_DAY_TO_SECOND, UUID, JSON, XML

	}

}
