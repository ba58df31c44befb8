package dev.migrator.dialect.sqlite;

import java.util.Locale;
import java.util.Map;

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
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

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
final class SqliteTypes extends StandardTypes {

	/**
	 * Some words that only other people's statements have stand here, too.
	 */
	private static final Map<String, Kind> PRINTED = Map.ofEntries(entry("boolean", Kind.BOOLEAN),
			entry("bool", Kind.BOOLEAN), entry("tinyint", Kind.TINYINT), entry("smallint", Kind.SMALLINT),
			entry("int2", Kind.SMALLINT), entry("integer", Kind.INTEGER), entry("int", Kind.INTEGER),
			entry("int4", Kind.INTEGER), entry("bigint", Kind.BIGINT), entry("int8", Kind.BIGINT),
			entry("real", Kind.REAL), entry("double precision", Kind.DOUBLE), entry("double", Kind.DOUBLE),
			entry("float#", Kind.FLOAT), entry("numeric#", Kind.NUMERIC), entry("decimal#", Kind.NUMERIC),
			entry("char#", Kind.CHAR), entry("character#", Kind.CHAR), entry("varchar#", Kind.VARCHAR),
			entry("character varying#", Kind.VARCHAR), entry("text", Kind.TEXT), entry("clob", Kind.CLOB),
			entry("blob#", Kind.BLOB), entry("date", Kind.DATE), entry("time#", Kind.TIME),
			entry("timetz#", Kind.TIME_WITH_TIME_ZONE), entry("timestamp#", Kind.TIMESTAMP),
			entry("datetime#", Kind.TIMESTAMP), entry("timestamptz#", Kind.TIMESTAMP_WITH_TIME_ZONE),
			entry("uuid text", Kind.UUID), entry("json text", Kind.JSON), entry("xml text", Kind.XML));

	SqliteTypes(Identifiers identifiers, StandardLiterals literals) {
		super(identifiers, literals, PRINTED);
	}

	@Override
	protected StandardType canonical(StandardType type) {
		return switch (type.kind()) {
			case BINARY, VARBINARY -> new StandardType(Kind.BLOB, type.length(), null);
			case INTERVAL, INTERVAL_YEAR_TO_MONTH, INTERVAL_DAY_TO_SECOND -> new StandardType(Kind.TEXT, null, null);
			default -> type;
		};
	}

	/** SQLite keeps types as they were written, but their case and blanks say nothing. */
	@Override
	protected ColumnType readOther(String text) {
		String normalized = normalized(text);
		return (normalized.equals(text)) ? new RawType(text) : read(normalized, Map.of());
	}

	/**
	 * Write a type in one way.
	 * @param sql the type as somebody wrote it
	 * @return the type in small letters but for what is in quotes, with one blank between
	 * words
	 */
	static String normalized(String sql) {
		StringBuilder text = new StringBuilder();
		for (SqlToken token : SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList()) {
			boolean tight = text.isEmpty() || token.isSymbol("(") || token.isSymbol(")") || token.isSymbol(",")
					|| text.charAt(text.length() - 1) == '(';
			text.append((tight) ? "" : " ")
				.append((token.kind() == SqlToken.Kind.WORD) ? token.text().toLowerCase(Locale.ROOT) : token.text());
		}
		return text.toString();
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
			case BIT, BIT_VARYING -> throw lacks(type);
		};
	}

	// The values themselves are a condition of the column.
	@Override
	protected String enumeration(EnumType type) {
		return "varchar(%d)".formatted(type.values().stream().mapToInt(String::length).max().orElse(1));
	}

	@Override
	protected String array(ArrayType type) {
		throw SqlWords.unsupported("SQLite has no type of lists.", "Use json() there, for example by op.dialect().");
	}

	// Only a mere value may stand as a default without brackets.
	@Override
	protected String literal(Object value, @Nullable ColumnType type) {
		String literal = super.literal(value, type);
		return (literal.startsWith("cast(")) ? "(" + literal + ")" : literal;
	}

	/**
	 * Return whether a type is one of whole numbers.
	 * @param type the type
	 * @return whether a rowid has such values
	 */
	static boolean isWhole(ColumnType type) {
		return type instanceof StandardType standard && switch (standard.kind()) {
			case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
			default -> false;
		};
	}

}
