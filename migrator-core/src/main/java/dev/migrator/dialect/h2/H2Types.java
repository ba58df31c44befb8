package dev.migrator.dialect.h2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Json;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * The portable types in the words of H2.
 *
 * @see <a href="https://www.h2database.com/html/datatypes.html">Data Types</a>
 */
final class H2Types extends StandardTypes {

	private static final String DAY_TO_SECOND = "interval day(18) to second";

	private static final String YEAR_TO_MONTH = "interval year(18) to month";

	/**
	 * Some words that only a migration has stand here, too, for types in its own words.
	 */
	private static final Map<String, Kind> PRINTED = Map.ofEntries(entry("boolean", Kind.BOOLEAN),
			entry("bool", Kind.BOOLEAN), entry("bit", Kind.BOOLEAN), entry("tinyint", Kind.TINYINT),
			entry("smallint", Kind.SMALLINT), entry("int2", Kind.SMALLINT), entry("integer", Kind.INTEGER),
			entry("int", Kind.INTEGER), entry("int4", Kind.INTEGER), entry("bigint", Kind.BIGINT),
			entry("int8", Kind.BIGINT), entry("real", Kind.REAL), entry("float4", Kind.REAL),
			entry("double precision", Kind.DOUBLE), entry("double", Kind.DOUBLE), entry("float8", Kind.DOUBLE),
			entry("float#", Kind.FLOAT), entry("numeric#", Kind.NUMERIC), entry("decimal#", Kind.NUMERIC),
			entry("dec#", Kind.NUMERIC), entry("character#", Kind.CHAR), entry("char#", Kind.CHAR),
			entry("character varying#", Kind.VARCHAR), entry("varchar#", Kind.VARCHAR),
			entry("varchar2#", Kind.VARCHAR), entry("character large object", Kind.TEXT), entry("clob", Kind.TEXT),
			entry("text", Kind.TEXT), entry("binary#", Kind.BINARY), entry("binary varying#", Kind.VARBINARY),
			entry("varbinary#", Kind.VARBINARY), entry("bytea#", Kind.VARBINARY),
			entry("binary large object", Kind.BLOB), entry("blob", Kind.BLOB), entry("date", Kind.DATE),
			entry("time#", Kind.TIME), entry("time# without time zone", Kind.TIME),
			entry("time# with time zone", Kind.TIME_WITH_TIME_ZONE), entry("timestamp#", Kind.TIMESTAMP),
			entry("timestamp# without time zone", Kind.TIMESTAMP),
			entry("timestamp# with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE),
			entry(DAY_TO_SECOND, Kind.INTERVAL_DAY_TO_SECOND), entry(YEAR_TO_MONTH, Kind.INTERVAL_YEAR_TO_MONTH),
			entry("uuid", Kind.UUID), entry("json", Kind.JSON));

	private static final int DEFAULT_TIMESTAMP_DIGITS = 6;

	private final StandardLiterals literals;

	H2Types(Identifiers identifiers, StandardLiterals literals) {
		super(identifiers, literals, PRINTED);
		this.literals = literals;
	}

	@Override
	protected StandardType canonical(StandardType type) {
		Integer length = type.length();
		return switch (type.kind()) {
			case NUMERIC -> (length != null && type.scale() == null) ? new StandardType(Kind.NUMERIC, length, 0) : type;
			case CHAR, BINARY -> new StandardType(type.kind(), (length != null) ? length : 1, null);
			case CLOB -> new StandardType(Kind.TEXT, null, null);
			case INTERVAL -> new StandardType(Kind.INTERVAL_DAY_TO_SECOND, null, null);
			case TIME, TIME_WITH_TIME_ZONE -> withDigits(type, 0);
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> withDigits(type, DEFAULT_TIMESTAMP_DIGITS);
			default -> type;
		};
	}

	private static StandardType withDigits(StandardType type, int usual) {
		return (type.length() != null && type.length() == usual) ? new StandardType(type.kind(), null, null) : type;
	}

	/**
	 * Read an enumeration, or a type in H2's own words, which are the same in any case
	 * but for what stands in quotes.
	 */
	@Override
	protected ColumnType readOther(String text) {
		List<SqlToken> tokens = SqlLexer.tokens(text, SqlSyntax.H2, 1);
		if (tokens.get(0).isWord("enum")) {
			return new EnumType(null,
					tokens.stream()
						.filter((token) -> token.kind() == SqlToken.Kind.STRING)
						.map((token) -> DefaultReader.text(token.text()))
						.toList());
		}
		return new RawType(tokens.stream()
			.map((token) -> (token.kind() == SqlToken.Kind.WORD) ? token.text().toLowerCase(Locale.ROOT) : token.text())
			.collect(Collectors.joining()));
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
			case INTERVAL, INTERVAL_DAY_TO_SECOND -> DAY_TO_SECOND;
			case INTERVAL_YEAR_TO_MONTH -> YEAR_TO_MONTH;
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
