package dev.migrator.dialect.sqlite;

import dev.migrator.schema.StandardType;

/**
 * The portable types in the words of SQLite. To SQLite the words mean little more than an
 * affinity, which is told by parts of them, so that some need a word more: a UUID and
 * JSON are to stay text, and bytes to stay bytes. Times have an affinity to numbers, but
 * stay the text that they are, while numbers, which the JDBC driver makes of them by
 * default, stay numbers.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">
 * Determination Of Column Affinity</a>
 */
final class SqliteTypes {

	private SqliteTypes() {
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
			case VARBINARY, BLOB -> "blob" + size(type);
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamptz" + size(type);
			case UUID -> "uuid text";
			case JSON -> "json text";
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
