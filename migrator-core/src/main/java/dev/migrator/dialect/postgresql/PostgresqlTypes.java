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
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case REAL -> "real";
			case DOUBLE -> "double precision";
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			case VARCHAR -> "varchar" + size(type);
			case TEXT -> "text";
			// bytes have no limit of length here
			case VARBINARY, BLOB -> "bytea";
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + size(type) + " with time zone";
			case UUID -> "uuid";
			case JSON -> "jsonb";
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
