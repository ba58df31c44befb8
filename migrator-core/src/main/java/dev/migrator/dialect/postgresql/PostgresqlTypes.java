package dev.migrator.dialect.postgresql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.TableName;

import static java.util.Map.entry;

/**
 * The portable types in the words of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class PostgresqlTypes extends StandardTypes {

	/**
	 * Some words that only a migration has stand here, too, for types in its own words.
	 */
	private static final Map<String, Kind> PRINTED = Map.ofEntries(entry("boolean", Kind.BOOLEAN),
			entry("bool", Kind.BOOLEAN), entry("smallint", Kind.SMALLINT), entry("int2", Kind.SMALLINT),
			entry("integer", Kind.INTEGER), entry("int", Kind.INTEGER), entry("int4", Kind.INTEGER),
			entry("bigint", Kind.BIGINT), entry("int8", Kind.BIGINT), entry("real", Kind.REAL),
			entry("float4", Kind.REAL), entry("double precision", Kind.DOUBLE), entry("float8", Kind.DOUBLE),
			entry("float#", Kind.FLOAT), entry("numeric#", Kind.NUMERIC), entry("decimal#", Kind.NUMERIC),
			entry("character#", Kind.CHAR), entry("char#", Kind.CHAR), entry("character varying#", Kind.VARCHAR),
			entry("varchar#", Kind.VARCHAR), entry("text", Kind.TEXT), entry("bytea", Kind.BLOB),
			entry("bit#", Kind.BIT), entry("bit varying#", Kind.BIT_VARYING), entry("varbit#", Kind.BIT_VARYING),
			entry("date", Kind.DATE), entry("time# without time zone", Kind.TIME), entry("time#", Kind.TIME),
			entry("time# with time zone", Kind.TIME_WITH_TIME_ZONE), entry("timetz#", Kind.TIME_WITH_TIME_ZONE),
			entry("timestamp# without time zone", Kind.TIMESTAMP), entry("timestamp#", Kind.TIMESTAMP),
			entry("timestamp# with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE),
			entry("timestamptz#", Kind.TIMESTAMP_WITH_TIME_ZONE), entry("interval", Kind.INTERVAL),
			entry("interval year to month", Kind.INTERVAL_YEAR_TO_MONTH),
			entry("interval day to second", Kind.INTERVAL_DAY_TO_SECOND), entry("uuid", Kind.UUID),
			entry("jsonb", Kind.JSON), entry("xml", Kind.XML));

	/** The group of types that are bytes. */
	private static final int BYTES = 5;

	PostgresqlTypes(Identifiers identifiers, StandardLiterals literals) {
		super(identifiers, literals, PRINTED);
	}

	@Override
	protected StandardType canonical(StandardType type) {
		return switch (type.kind()) {
			case TINYINT -> of(Kind.SMALLINT);
			case FLOAT -> of((type.length() != null && type.length() <= 24) ? Kind.REAL : Kind.DOUBLE);
			case NUMERIC -> (type.length() != null && type.scale() == null)
					? new StandardType(Kind.NUMERIC, type.length(), 0) : type;
			case CHAR, BIT -> new StandardType(type.kind(), (type.length() != null) ? type.length() : 1, null);
			case CLOB -> of(Kind.TEXT);
			case BINARY, VARBINARY, BLOB -> of(Kind.BLOB);
			default -> type;
		};
	}

	private static StandardType of(Kind kind) {
		return new StandardType(kind, null, null);
	}

	@Override
	protected EnumType canonical(EnumType type) {
		return type;
	}

	// The number of elements is nothing that the database keeps.
	@Override
	protected ArrayType canonical(ArrayType type) {
		return new ArrayType(type.element(), null);
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

	// An assignment makes some casts by itself, as CREATE CAST in PostgreSQL's manual
	// tells; what has no cast at all goes by its text.
	@Override
	protected Optional<String> conversion(String column, ColumnType before, ColumnType after) {
		String name = identifiers().write(column);
		if (isLargeObject(before) && isLargeContent(after)) {
			return Optional.of((isText(after)) ? "convert_from(lo_get(%s), 'UTF8')".formatted(name)
					: "lo_get(%s)".formatted(name));
		}
		if (isLargeContent(before) && isLargeObject(after)) {
			return Optional.of("lo_from_bytea(0, %s)"
				.formatted((isText(before)) ? "convert_to(%s, 'UTF8')".formatted(name) : name));
		}
		if (isText(after) || (group(before) > 0 && group(before) == group(after))) {
			return Optional.empty();
		}
		boolean direct = isText(before) || (before instanceof StandardType first && after instanceof StandardType second
				&& Set.of(first.kind(), second.kind()).equals(Set.of(Kind.BOOLEAN, Kind.INTEGER)));
		return Optional
			.of(name + ((direct) ? "" : "::text" + ((before instanceof ArrayType) ? "[]" : "")) + "::" + write(after));
	}

	// As Hibernate has large texts and bytes: apart from the table, which has their
	// numbers.
	private static boolean isLargeObject(ColumnType type) {
		return type instanceof RawType raw && raw.sql().strip().equalsIgnoreCase("oid");
	}

	private static boolean isLargeContent(ColumnType type) {
		return isText(type) || group(type) == BYTES;
	}

	private static boolean isText(ColumnType type) {
		return type instanceof StandardType standard && (standard.kind() == Kind.CHAR || standard.kind() == Kind.VARCHAR
				|| standard.kind() == Kind.TEXT || standard.kind() == Kind.CLOB);
	}

	private static int group(ColumnType type) {
		if (!(type instanceof StandardType standard)) {
			return 0;
		}
		return switch (standard.kind()) {
			case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC -> 1;
			case DATE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> 2;
			case TIME, TIME_WITH_TIME_ZONE -> 3;
			case BIT, BIT_VARYING -> 4;
			case BINARY, VARBINARY, BLOB -> BYTES;
			case INTERVAL, INTERVAL_YEAR_TO_MONTH, INTERVAL_DAY_TO_SECOND -> 6;
			default -> 0;
		};
	}

	@Override
	protected String enumeration(EnumType type) {
		if (type.name() == null) {
			throw SqlWords.unsupported(
					"PostgreSQL has no type of the values %s without a name.".formatted(type.values()),
					"Give it the name by which op.createEnum(…) creates it.");
		}
		return qualified(type.name());
	}

	@Override
	protected String composite(NamedType type) {
		return qualified(type.name());
	}

	private String qualified(TableName name) {
		String last = identifiers().write(name.name());
		return (name.schema() != null) ? identifiers().write(name.schema()) + "." + last : last;
	}

	@Override
	protected String array(ArrayType type) {
		return write(type.element()) + "[" + ((type.length() != null) ? type.length() : "") + "]";
	}

}
