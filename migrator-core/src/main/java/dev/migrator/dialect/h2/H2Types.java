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
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case REAL -> "real";
			case DOUBLE -> "double precision";
			// without a scale H2 keeps no digits after the point
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			case VARCHAR -> "varchar" + size(type);
			case TEXT -> "character large object";
			case VARBINARY -> "varbinary" + size(type);
			case BLOB -> "binary large object";
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + size(type) + " with time zone";
			case UUID -> "uuid";
			case JSON -> "json";
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
