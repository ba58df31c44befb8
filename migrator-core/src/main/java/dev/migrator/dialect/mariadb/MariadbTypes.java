package dev.migrator.dialect.mariadb;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;

/**
 * The portable types in the words of MariaDB and MySQL.
 *
 * @see <a href="https://mariadb.com/kb/en/data-types/">Data Types of MariaDB</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/data-types.html">Data Types of
 * MySQL</a>
 */
final class MariadbTypes {

	private final boolean uuid;

	/**
	 * Create the types.
	 * @param uuid whether there is a type for UUIDs
	 */
	MariadbTypes(boolean uuid) {
		this.uuid = uuid;
	}

	String word(StandardType type) {
		return switch (type.kind()) {
			case BOOLEAN -> "boolean";
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			// real is another word for double there
			case REAL -> "float";
			case DOUBLE -> "double";
			// without a scale it keeps no digits after the point
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			// a varchar always has a length, of which a row has room for few
			case VARCHAR -> (type.length() != null) ? "varchar" + size(type) : "longtext";
			case TEXT -> "longtext";
			case VARBINARY -> (type.length() != null) ? "varbinary" + size(type) : "longblob";
			case BLOB -> "longblob";
			case DATE -> "date";
			case TIME -> "time" + size(type);
			// A timestamp ends in 2038, and is read in the session's time zone. By itself
			// a datetime keeps whole seconds only.
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "datetime" + ((type.length() != null) ? size(type) : "(6)");
			case UUID -> (this.uuid) ? "uuid" : "binary(16)";
			case JSON -> "json";
		};
	}

	/**
	 * Return whether a type has no default that is a plain literal in MySQL.
	 * @param type the type
	 * @return whether it is one for long texts, bytes, or JSON
	 */
	static boolean isLong(ColumnType type) {
		if (type instanceof RawType raw) {
			return raw.sql().matches("(?is)\\s*((tiny|medium|long)?(text|blob)|json)\\b.*");
		}
		StandardType standard = (StandardType) type;
		return switch (standard.kind()) {
			case VARCHAR, VARBINARY -> standard.length() == null;
			default -> standard.kind() == Kind.TEXT || standard.kind() == Kind.BLOB || standard.kind() == Kind.JSON;
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
