package dev.migrator.dialect.postgresql;

import dev.migrator.schema.StandardType;

/**
 * The portable types in the words of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class PostgresqlTypes {

	private PostgresqlTypes() {
	}

	static String word(StandardType type) {
		return switch (type.kind()) {
			case BOOLEAN -> "boolean";
			// one byte is not enough of an integer to be a type here
			case TINYINT, SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case REAL -> "real";
			case DOUBLE -> "double precision";
			case FLOAT -> "float" + size(type);
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			case VARCHAR -> "varchar" + size(type);
			case TEXT, CLOB -> "text";
			// bytes have no limit of length here
			case BINARY, VARBINARY, BLOB -> "bytea";
			case BIT -> "bit" + size(type);
			case BIT_VARYING -> "bit varying" + size(type);
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIME_WITH_TIME_ZONE -> "time" + size(type) + " with time zone";
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + size(type) + " with time zone";
			case INTERVAL -> "interval";
			case INTERVAL_YEAR_TO_MONTH -> "interval year to month";
			case INTERVAL_DAY_TO_SECOND -> "interval day to second";
			case UUID -> "uuid";
			case JSON -> "jsonb";
			case XML -> "xml";
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
