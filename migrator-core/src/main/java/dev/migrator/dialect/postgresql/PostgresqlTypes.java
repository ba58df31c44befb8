package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.StandardType;

/**
 * The portable types in the words of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class PostgresqlTypes extends StandardTypes {

	PostgresqlTypes(Identifiers identifiers, StandardLiterals literals) {
		super(identifiers, literals);
	}

	@Override
	protected String word(StandardType type) {
		return switch (type.kind()) {
			case BOOLEAN -> "boolean";
			// there is no number of one byte
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

	@Override
	protected String enumeration(EnumType type) {
		if (type.name() == null) {
			throw SqlWords.unsupported(
					"PostgreSQL has no type of the values %s without a name.".formatted(type.values()),
					"Give it the name by which op.createEnum(…) creates it.");
		}
		String name = identifiers().write(type.name().name());
		return (type.name().schema() != null) ? identifiers().write(type.name().schema()) + "." + name : name;
	}

	@Override
	protected String array(ArrayType type) {
		return write(type.element()) + "[" + ((type.length() != null) ? type.length() : "") + "]";
	}

}
