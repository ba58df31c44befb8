package dev.migrator.schema;

import java.util.List;

import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

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

	/**
	 * A whole number of one byte; of two where the database has none.
	 * @return the type
	 */
	public static ColumnType tinyint() {
		return of(Kind.TINYINT);
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

	/**
	 * A floating point number of at least some bits.
	 * @param precision the bits of its mantissa
	 * @return the type
	 */
	public static ColumnType floating(int precision) {
		return new StandardType(Kind.FLOAT, precision, null);
	}

	public static ColumnType numeric() {
		return of(Kind.NUMERIC);
	}

	/**
	 * A decimal number.
	 * @param precision all its digits
	 * @return the type
	 */
	public static ColumnType numeric(int precision) {
		return new StandardType(Kind.NUMERIC, precision, null);
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

	/**
	 * Text of any length that a driver may read as a stream.
	 * @return the type
	 */
	public static ColumnType clob() {
		return of(Kind.CLOB);
	}

	/**
	 * Bytes of a fixed length.
	 * @param length their number
	 * @return the type
	 */
	public static ColumnType binary(int length) {
		return new StandardType(Kind.BINARY, length, null);
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

	/**
	 * Bits of a fixed length.
	 * @param length their number
	 * @return the type
	 */
	public static ColumnType bit(int length) {
		return new StandardType(Kind.BIT, length, null);
	}

	/**
	 * Bits of any length.
	 * @return the type
	 */
	public static ColumnType bitVarying() {
		return of(Kind.BIT_VARYING);
	}

	/**
	 * Bits of limited length.
	 * @param length their number at most
	 * @return the type
	 */
	public static ColumnType bitVarying(int length) {
		return new StandardType(Kind.BIT_VARYING, length, null);
	}

	public static ColumnType date() {
		return of(Kind.DATE);
	}

	public static ColumnType time() {
		return of(Kind.TIME);
	}

	/**
	 * A time of day without a zone.
	 * @param precision its digits of a second
	 * @return the type
	 */
	public static ColumnType time(int precision) {
		return new StandardType(Kind.TIME, precision, null);
	}

	public static ColumnType timeWithTimeZone() {
		return of(Kind.TIME_WITH_TIME_ZONE);
	}

	/**
	 * A time of day in a zone.
	 * @param precision its digits of a second
	 * @return the type
	 */
	public static ColumnType timeWithTimeZone(int precision) {
		return new StandardType(Kind.TIME_WITH_TIME_ZONE, precision, null);
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

	/**
	 * A length of time: of any units in PostgreSQL, of days to seconds elsewhere.
	 * @return the type
	 */
	public static ColumnType interval() {
		return of(Kind.INTERVAL);
	}

	/**
	 * A length of time in years and months.
	 * @return the type
	 */
	public static ColumnType intervalYearToMonth() {
		return of(Kind.INTERVAL_YEAR_TO_MONTH);
	}

	/**
	 * A length of time in days, hours, minutes and seconds.
	 * @return the type
	 */
	public static ColumnType intervalDayToSecond() {
		return of(Kind.INTERVAL_DAY_TO_SECOND);
	}

	public static ColumnType uuid() {
		return of(Kind.UUID);
	}

	/**
	 * JSON, in PostgreSQL taken apart when it is stored ({@code jsonb}).
	 * @return the type
	 */
	public static ColumnType json() {
		return of(Kind.JSON);
	}

	public static ColumnType xml() {
		return of(Kind.XML);
	}

	/**
	 * A type of a few named values.
	 * @param name its name, perhaps with a schema, which
	 * {@code op.createEnum(name, values)} gave it where the database has such types;
	 * {@code null} where it has none
	 * @param values its values in order
	 * @return the type
	 */
	public static EnumType enumeration(@Nullable String name, String... values) {
		return new EnumType((name != null) ? TableName.of(name) : null, List.of(values));
	}

	/**
	 * A type of several attributes (PostgreSQL).
	 * @param name its name, perhaps with a schema, which
	 * {@code op.createCompositeType(name, …)} gave it
	 * @return the type
	 */
	public static NamedType composite(String name) {
		return new NamedType(TableName.of(name));
	}

	/**
	 * Lists of any length.
	 * @param element the type of their elements
	 * @return the type
	 */
	public static ColumnType array(ColumnType element) {
		return new ArrayType(element, null);
	}

	/**
	 * Lists of limited length.
	 * @param element the type of their elements
	 * @param length how many elements a list has at most; PostgreSQL does not hold to it
	 * @return the type
	 */
	public static ColumnType array(ColumnType element, int length) {
		return new ArrayType(element, length);
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
