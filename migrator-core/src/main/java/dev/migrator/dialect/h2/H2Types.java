package dev.migrator.dialect.h2;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Json;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The portable types in the words of H2.
 *
 * @see <a href="https://www.h2database.com/html/datatypes.html">Data Types</a>
 */
final class H2Types extends StandardTypes {

	private final StandardLiterals literals;

	H2Types(Identifiers identifiers, StandardLiterals literals) {
		super(identifiers, literals);
		this.literals = literals;
	}

	@Override
	protected String word(StandardType type) {
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
			case BIT, BIT_VARYING, XML -> throw lacks(type);
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
		};
	}

	// A string would become JSON that is a string.
	@Override
	protected String literal(Object value, @Nullable ColumnType type) {
		boolean json = (type instanceof StandardType standard && standard.kind() == Kind.JSON)
				|| (type instanceof RawType raw && raw.sql().equalsIgnoreCase("json"));
		return this.literals.write((json && value instanceof CharSequence text) ? new Json(text.toString()) : value);
	}

}
