package dev.migrator.dialect.mariadb;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * The portable types in the words of MariaDB and MySQL.
 *
 * @see <a href="https://mariadb.com/kb/en/data-types/">Data Types of MariaDB</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/data-types.html">Data Types of
 * MySQL</a>
 */
final class MariadbTypes extends StandardTypes {

	private final boolean uuid;

	private final boolean literalDefaults;

	/**
	 * Create the types.
	 * @param identifiers how names are written
	 * @param literals how values are written
	 * @param features what the server has
	 */
	MariadbTypes(Identifiers identifiers, StandardLiterals literals, ServerFeatures features) {
		super(identifiers, literals);
		this.uuid = features.hasUuid();
		this.literalDefaults = features.mariadb();
	}

	@Override
	protected String word(StandardType type) {
		return switch (type.kind()) {
			case BOOLEAN -> "boolean";
			case TINYINT -> "tinyint";
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			// real is another word for double there
			case REAL -> "float";
			case DOUBLE -> "double";
			// without a scale it keeps no digits after the point
			case FLOAT -> "float" + size(type);
			case NUMERIC -> "numeric" + size(type);
			case CHAR -> "char" + size(type);
			// a varchar always has a length, of which a row has room for few
			case VARCHAR -> (type.length() != null) ? "varchar" + size(type) : "longtext";
			case TEXT, CLOB -> "longtext";
			case BINARY -> "binary" + size(type);
			case VARBINARY -> (type.length() != null) ? "varbinary" + size(type) : "longblob";
			case BLOB -> "longblob";
			case BIT -> "bit" + size(type);
			case BIT_VARYING, TIME_WITH_TIME_ZONE, INTERVAL, INTERVAL_YEAR_TO_MONTH, INTERVAL_DAY_TO_SECOND, XML ->
				throw lacks(type);
			case DATE -> "date";
			case TIME -> "time" + size(type);
			// A timestamp ends in 2038, and is read in the session's time zone. By itself
			// a datetime keeps whole seconds only.
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "datetime" + ((type.length() != null) ? size(type) : "(6)");
			case UUID -> (this.uuid) ? "uuid" : "binary(16)";
			case JSON -> "json";
		};
	}

	@Override
	protected String array(ArrayType type) {
		throw SqlWords.unsupported("%s has no type of lists.".formatted(identifiers().database()),
				"Use json() there, for example by op.dialect().");
	}

	// A long text, bytes and JSON have defaults in MySQL only if these are expressions.
	@Override
	protected String literal(Object value, @Nullable ColumnType type) {
		String literal = super.literal(value, type);
		return (type != null && isLong(type) && !this.literalDefaults) ? "(" + literal + ")" : literal;
	}

	private static boolean isLong(ColumnType type) {
		if (type instanceof RawType raw) {
			return raw.sql().matches("(?is)\\s*((tiny|medium|long)?(text|blob)|json)\\b.*");
		}
		return type instanceof StandardType standard && switch (standard.kind()) {
			case VARCHAR, VARBINARY -> standard.length() == null;
			case TEXT, CLOB, BLOB, JSON -> true;
			default -> false;
		};
	}

	/**
	 * Return whether a type is one of texts, which are compared by a collation.
	 * @param type the type
	 * @return whether it has a collation that it does not state itself
	 */
	static boolean isText(ColumnType type) {
		if (type instanceof RawType raw) {
			return raw.sql().matches("(?is)\\s*(national\\s+)?((tiny|medium|long)?text|(var)?char|enum|set)\\b.*")
					&& !raw.sql().matches("(?is).*\\b(collate|charset|character\\s+set)\\b.*");
		}
		return type instanceof EnumType || (type instanceof StandardType standard && switch (standard.kind()) {
			case CHAR, VARCHAR, TEXT, CLOB -> true;
			default -> false;
		});
	}

}
