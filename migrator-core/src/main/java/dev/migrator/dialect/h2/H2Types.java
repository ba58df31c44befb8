package dev.migrator.dialect.h2;

import dev.migrator.schema.StandardType;

/**
 * The portable types in the words of H2.
 *
 * @see <a href="https://www.h2database.com/html/datatypes.html">Data Types</a>
 */
final class H2Types {

	private H2Types() {
	}

	static String word(StandardType type) {
		return switch (type.kind()) {
			case BOOLEAN -> "boolean";
			case TINYINT -> "tinyint";
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case REAL -> "real";
			case DOUBLE -> "double precision";
			case FLOAT -> "float" + size(type);
			// without a scale H2 keeps no digits after the point
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			case VARCHAR -> "varchar" + size(type);
			case TEXT, CLOB -> "character large object";
			case BINARY -> "binary" + size(type);
			case VARBINARY -> "varbinary" + size(type);
			case BLOB -> "binary large object";
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIME_WITH_TIME_ZONE -> "time" + size(type) + " with time zone";
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + size(type) + " with time zone";
			// by itself H2 counts no more than 99 days or years
			case INTERVAL, INTERVAL_DAY_TO_SECOND -> "interval day(18) to second";
			case INTERVAL_YEAR_TO_MONTH -> "interval year(18) to month";
			case UUID -> "uuid";
			case JSON -> "json";
			case BIT, BIT_VARYING, XML -> throw new IllegalStateException("No words for " + type);
		};
	}

	private static String size(StandardType type) {
		if (type.length() == null) {
			return "";
		}
		return (type.scale() != null) ? "(%d, %d)".formatted(type.length(), type.scale())
				: "(%d)".formatted(type.length());
	}

}
