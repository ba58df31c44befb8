package dev.migrator.dialect.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Json;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the text of a default whether it is a mere value: the other way of how
 * values are written. A number comes back as an {@code Integer}, else as a {@code Long},
 * else as a {@code BigDecimal}. What is no plain value of the column's type stays an
 * expression.
 */
public class DefaultReader {

	/** A character by its number, or a backslash. */
	private static final Pattern ESCAPED = Pattern.compile("\\\\(?:([0-9a-fA-F]{4}|\\+[0-9a-fA-F]{6})|\\\\)");

	private final SqlSyntax syntax;

	/**
	 * Create a reader.
	 * @param syntax how the database's SQL is read
	 */
	public DefaultReader(SqlSyntax syntax) {
		this.syntax = syntax;
	}

	/**
	 * Read a default.
	 * @param sql the default as the database prints it
	 * @param type the column's type
	 * @return the value or the expression
	 */
	public final ColumnDefault read(String sql, ColumnType type) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, this.syntax, 1).stream().filter(SqlToken::isCode).toList();
		Object value = value(plain(tokens), type);
		return (value != null) ? new ColumnDefault.Value(value) : new ColumnDefault.Expression(sql);
	}

	/**
	 * Take from a default what only says of which type it is.
	 * @param tokens the default
	 * @return what is left
	 */
	protected List<SqlToken> plain(List<SqlToken> tokens) {
		return tokens;
	}

	private static @Nullable Object value(List<SqlToken> tokens, ColumnType type) {
		if (type instanceof EnumType) {
			return string(tokens);
		}
		if (!(type instanceof StandardType standard)) {
			return null;
		}
		return switch (standard.kind()) {
			case BOOLEAN -> bool(tokens);
			case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC -> number(tokens);
			case CHAR, VARCHAR, TEXT, CLOB -> string(tokens);
			case DATE, TIME, TIMESTAMP, UUID, JSON -> special(standard.kind(), tokens);
			default -> null;
		};
	}

	private static @Nullable Boolean bool(List<SqlToken> tokens) {
		if (tokens.size() != 1) {
			return null;
		}
		return (tokens.get(0).isWord("true")) ? Boolean.TRUE : (tokens.get(0).isWord("false")) ? Boolean.FALSE : null;
	}

	private static @Nullable Object number(List<SqlToken> tokens) {
		boolean negative = tokens.size() == 2 && tokens.get(0).isSymbol("-");
		if (tokens.size() != ((negative) ? 2 : 1)) {
			return null;
		}
		SqlToken last = tokens.get(tokens.size() - 1);
		String text = (last.kind() == SqlToken.Kind.STRING) ? string(tokens) : last.text();
		if (text == null || !text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
			return null;
		}
		BigDecimal number = new BigDecimal((negative) ? "-" + text : text);
		if (!text.matches("-?\\d+") || number.toBigIntegerExact().bitLength() >= Long.SIZE) {
			return number;
		}
		long whole = number.longValueExact();
		return (whole == (int) whole) ? (Object) (int) whole : (Object) whole;
	}

	private static @Nullable String string(List<SqlToken> tokens) {
		if (tokens.size() != 1 || tokens.get(0).kind() != SqlToken.Kind.STRING) {
			return null;
		}
		String text = tokens.get(0).text();
		boolean known = text.startsWith("'") || text.startsWith("E'") || text.startsWith("U&'");
		return (known) ? text(text) : null;
	}

	/**
	 * Read a string as databases print it.
	 * @param sql the string in quotes, with {@code E} or {@code U&} before them or not
	 * @return its characters
	 */
	public static String text(String sql) {
		String inside = sql.substring(sql.indexOf('\'') + 1, sql.length() - 1).replace("''", "'");
		if (sql.startsWith("U&")) {
			return ESCAPED.matcher(inside)
				.replaceAll((escaped) -> Matcher.quoteReplacement((escaped.group(1) == null) ? "\\"
						: Character.toString(Integer.parseInt(escaped.group(1).replace("+", ""), 16))));
		}
		return (sql.startsWith("E")) ? inside.replace("\\\\", "\\") : inside;
	}

	// The word for the type may stand before the text.
	private static @Nullable Object special(StandardType.Kind kind, List<SqlToken> tokens) {
		boolean typed = tokens.size() == 2 && tokens.get(0).isWord(kind.name().toLowerCase(Locale.ROOT));
		String text = string((typed) ? tokens.subList(1, 2) : tokens);
		try {
			return (text != null) ? special(kind, text) : null;
		}
		catch (DateTimeParseException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static Object special(StandardType.Kind kind, String text) {
		return switch (kind) {
			case DATE -> LocalDate.parse(text);
			case TIME -> LocalTime.parse(text);
			case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
			case UUID -> UUID.fromString(text);
			default -> new Json(text);
		};
	}

}
