package dev.migrator.schema;

import dev.migrator.schema.StandardType.Kind;

/**
 * The types of columns, to be imported statically. What each becomes in a database stands
 * in its dialect.
 */
public final class Types {

	private Types() {
	}

	public static ColumnType bool() {
		return of(Kind.BOOLEAN);
	}

	public static ColumnType smallint() {
		return of(Kind.SMALLINT);
	}

	public static ColumnType integer() {
		return of(Kind.INTEGER);
	}

	public static ColumnType bigint() {
		return of(Kind.BIGINT);
	}

	public static ColumnType real() {
		return of(Kind.REAL);
	}

	public static ColumnType doublePrecision() {
		return of(Kind.DOUBLE);
	}

	public static ColumnType numeric() {
		return of(Kind.NUMERIC);
	}

	/**
	 * A decimal number.
	 * @param precision all its digits
	 * @param scale its digits after the point
	 * @return the type
	 */
	public static ColumnType numeric(int precision, int scale) {
		return new StandardType(Kind.NUMERIC, precision, scale);
	}

	/**
	 * Text of a fixed length, filled with blanks.
	 * @param length its characters
	 * @return the type
	 */
	public static ColumnType character(int length) {
		return new StandardType(Kind.CHAR, length, null);
	}

	/**
	 * Text as long as the database allows in a {@code varchar}.
	 * @return the type
	 */
	public static ColumnType varchar() {
		return of(Kind.VARCHAR);
	}

	/**
	 * Text of limited length.
	 * @param length its characters at most
	 * @return the type
	 */
	public static ColumnType varchar(int length) {
		return new StandardType(Kind.VARCHAR, length, null);
	}

	/**
	 * Text of any length.
	 * @return the type
	 */
	public static ColumnType text() {
		return of(Kind.TEXT);
	}

	public static ColumnType varbinary() {
		return of(Kind.VARBINARY);
	}

	/**
	 * Bytes of limited length.
	 * @param length its bytes at most
	 * @return the type
	 */
	public static ColumnType varbinary(int length) {
		return new StandardType(Kind.VARBINARY, length, null);
	}

	/**
	 * Bytes of any length.
	 * @return the type
	 */
	public static ColumnType blob() {
		return of(Kind.BLOB);
	}

	public static ColumnType date() {
		return of(Kind.DATE);
	}

	public static ColumnType time() {
		return of(Kind.TIME);
	}

	public static ColumnType timestamp() {
		return of(Kind.TIMESTAMP);
	}

	/**
	 * A date and time of day without a zone.
	 * @param precision its digits of a second
	 * @return the type
	 */
	public static ColumnType timestamp(int precision) {
		return new StandardType(Kind.TIMESTAMP, precision, null);
	}

	public static ColumnType timestampWithTimeZone() {
		return of(Kind.TIMESTAMP_WITH_TIME_ZONE);
	}

	/**
	 * A moment in time.
	 * @param precision its digits of a second
	 * @return the type
	 */
	public static ColumnType timestampWithTimeZone(int precision) {
		return new StandardType(Kind.TIMESTAMP_WITH_TIME_ZONE, precision, null);
	}

	public static ColumnType uuid() {
		return of(Kind.UUID);
	}

	public static ColumnType json() {
		return of(Kind.JSON);
	}

	/**
	 * A type in the words of one database.
	 * @param sql the type as it stands in {@code create table}
	 * @return the type
	 */
	public static ColumnType raw(String sql) {
		return new RawType(sql);
	}

	private static ColumnType of(Kind kind) {
		return new StandardType(kind, null, null);
	}

}
