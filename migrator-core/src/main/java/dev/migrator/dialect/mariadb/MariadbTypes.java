package dev.migrator.dialect.mariadb;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Json;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * The portable types in the words of MariaDB and MySQL.
 *
 * @see <a href="https://mariadb.com/kb/en/data-types/">Data Types of MariaDB</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/data-types.html">Data Types of
 * MySQL</a>
 */
final class MariadbTypes extends StandardTypes {

	/**
	 * Some words that only a migration has stand here, too, for types in its own words. A
	 * width of a whole number is only for its display, but for that of a boolean.
	 */
	private static final Map<String, Kind> PRINTED = Map.ofEntries(entry("tinyint(1)", Kind.BOOLEAN),
			entry("boolean", Kind.BOOLEAN), entry("bool", Kind.BOOLEAN), entry("tinyint", Kind.TINYINT),
			entry("tinyint(4)", Kind.TINYINT), entry("smallint", Kind.SMALLINT), entry("smallint(6)", Kind.SMALLINT),
			entry("int", Kind.INTEGER), entry("int(11)", Kind.INTEGER), entry("integer", Kind.INTEGER),
			entry("bigint", Kind.BIGINT), entry("bigint(20)", Kind.BIGINT), entry("float", Kind.REAL),
			entry("double", Kind.DOUBLE), entry("real", Kind.DOUBLE), entry("double precision", Kind.DOUBLE),
			entry("decimal#", Kind.NUMERIC), entry("numeric#", Kind.NUMERIC), entry("char#", Kind.CHAR),
			entry("varchar#", Kind.VARCHAR), entry("longtext", Kind.TEXT), entry("binary#", Kind.BINARY),
			entry("varbinary#", Kind.VARBINARY), entry("longblob", Kind.BLOB), entry("bit#", Kind.BIT),
			entry("date", Kind.DATE), entry("time#", Kind.TIME), entry("datetime#", Kind.TIMESTAMP),
			entry("uuid", Kind.UUID), entry("json", Kind.JSON));

	private final boolean uuid;

	private final boolean literalDefaults;

	/**
	 * Create the types.
	 * @param identifiers how names are written
	 * @param literals how values are written
	 * @param features what the server has
	 */
	MariadbTypes(Identifiers identifiers, StandardLiterals literals, ServerFeatures features) {
		super(identifiers, literals, PRINTED);
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
	protected StandardType canonical(StandardType type) {
		Integer length = type.length();
		return switch (type.kind()) {
			case FLOAT -> of((length == null || length <= 24) ? Kind.REAL : Kind.DOUBLE, null);
			case NUMERIC -> new StandardType(Kind.NUMERIC, (length != null) ? length : Integer.valueOf(10),
					(type.scale() != null) ? type.scale() : Integer.valueOf(0));
			case CHAR, BINARY, BIT -> of(type.kind(), (length != null) ? length : Integer.valueOf(1));
			case VARCHAR -> (length != null) ? type : of(Kind.TEXT, null);
			case CLOB -> of(Kind.TEXT, null);
			case VARBINARY -> (length != null) ? type : of(Kind.BLOB, null);
			case TIME -> (length != null && length == 0) ? of(Kind.TIME, null) : type;
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
				of(Kind.TIMESTAMP, (length != null) ? length : Integer.valueOf(6));
			case UUID -> (this.uuid) ? type : of(Kind.BINARY, 16);
			default -> type;
		};
	}

	private static StandardType of(Kind kind, @Nullable Integer length) {
		return new StandardType(kind, length, null);
	}

	@Override
	protected ColumnType readOther(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (!lower.startsWith("enum(")) {
			return super.readOther((lower.equals("year(4)")) ? "year" : text);
		}
		return new EnumType(null,
				SqlLexer.tokens(text, SqlSyntax.MYSQL, 1)
					.stream()
					.filter((token) -> token.kind() == SqlToken.Kind.STRING)
					.map((token) -> token.text().substring(1, token.text().length() - 1).replace("''", "'"))
					.toList());
	}

	@Override
	protected String array(ArrayType type) {
		throw SqlWords.unsupported("%s has no type of lists.".formatted(identifiers().database()),
				"Use json() there, for example by op.dialect().");
	}

	@Override
	protected String literal(Object value, @Nullable ColumnType type) {
		String literal = super.literal(value, type);
		if ((value instanceof CharSequence || value instanceof Json) && WideText.isWide(value.toString())) {
			return "(" + WideText.write(value.toString()) + ")";
		}
		return (this.literalDefaults) ? literal : ofMysql(literal, value, type);
	}

	// A long text and JSON have defaults in MySQL only if these are expressions. So are
	// bytes, of which it would not tell those behind a zero. Dates are plain texts.
	private static String ofMysql(String literal, Object value, @Nullable ColumnType type) {
		boolean bytes = value instanceof byte[] || value instanceof UUID;
		return (bytes || (type != null && isLong(type))) ? "(" + literal + ")"
				: literal.replaceFirst("^(date|time|timestamp) (?=')", "");
	}

	/**
	 * Return whether MySQL takes a default for a type only as an expression.
	 * @param type the type
	 * @return whether its values are long
	 */
	static boolean isLong(ColumnType type) {
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
