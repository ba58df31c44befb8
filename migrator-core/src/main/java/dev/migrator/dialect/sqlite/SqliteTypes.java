package dev.migrator.dialect.sqlite;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;

/**
 * Types in the words of SQLite. To SQLite the words mean little more than an affinity,
 * which is told by parts of them, so that some need a word more: a UUID and JSON are to
 * stay text, and bytes to stay bytes. Times have an affinity to numbers, but stay the
 * text that they are, while the numbers that the JDBC driver makes of them by default
 * stay numbers. What a word says of lengths and digits holds nobody to it.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">
 * Determination Of Column Affinity</a>
 */
final class SqliteTypes {

	private SqliteTypes() {
	}

	static String word(ColumnType type) {
		if (type instanceof RawType raw) {
			return raw.sql();
		}
		if (type instanceof EnumType values) {
			return "varchar(%d)".formatted(values.values().stream().mapToInt(String::length).max().orElse(1));
		}
		if (type instanceof ArrayType) {
			throw Refusal.of("SQLite has no type of lists.", "Use json() there, for example by op.dialect().");
		}
		return word((StandardType) type);
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
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			case VARCHAR -> "varchar" + size(type);
			case TEXT -> "text";
			case CLOB -> "clob";
			case BINARY, VARBINARY, BLOB -> "blob" + size(type);
			case DATE -> "date";
			case TIME -> "time" + size(type);
			case TIME_WITH_TIME_ZONE -> "timetz" + size(type);
			case TIMESTAMP -> "timestamp" + size(type);
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamptz" + size(type);
			case UUID -> "uuid text";
			case JSON -> "json text";
			case XML -> "xml text";
			// An interval would be an integer, by its first letters.
			case INTERVAL, INTERVAL_YEAR_TO_MONTH, INTERVAL_DAY_TO_SECOND -> "text";
			case BIT, BIT_VARYING -> throw Refusal.of("SQLite has no type of bits.",
					"Use binary(…), varbinary(…) or bool() there, for example by op.dialect().");
		};
	}

	private static String size(StandardType type) {
		if (type.length() == null) {
			return "";
		}
		return (type.scale() != null) ? "(%d, %d)".formatted(type.length(), type.scale())
				: "(%d)".formatted(type.length());
	}

	/**
	 * Return whether a type is one of whole numbers.
	 * @param type the type
	 * @return whether a rowid has such values
	 */
	static boolean isWhole(ColumnType type) {
		return type instanceof StandardType standard
				&& (standard.kind() == Kind.TINYINT || standard.kind() == Kind.SMALLINT
						|| standard.kind() == Kind.INTEGER || standard.kind() == Kind.BIGINT);
	}

}
