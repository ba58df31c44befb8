package dev.migrator.autogenerate.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * What columns say, in a form in which two that mean the same are equal.
 *
 * @param texts the forms of expressions
 * @param secondDigits how many digits of a second a time has that says nothing of them,
 * or {@code null} if the database reads each with its digits
 */
record ColumnForms(SqlText texts, @Nullable Integer secondDigits) {

	private static final Pattern NUMBER = Pattern.compile("-? ?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

	/** A literal with nothing but casts behind it says no more than the literal. */
	private static final Pattern CAST = Pattern
		.compile("('(?:[^']|'')*'|-? ?\\d+(?:\\.\\d+)?|true|false|null)(?: :: [a-z_ ]+(?: \\( [\\d ,]+ \\))?)+");

	/**
	 * Return the forms of a database.
	 * @param rules what to know of the database
	 * @return its forms
	 */
	static ColumnForms of(DatabaseRules rules) {
		return new ColumnForms(new SqlText(rules.syntax()), rules.secondDigits());
	}

	/**
	 * Return whether two types are one. Types of named values that have names are told
	 * apart by these; their values are compared by themselves.
	 * @param database the type in the database
	 * @param target the type that is wanted
	 * @return whether a column of the one need not change
	 */
	boolean sameType(ColumnType database, ColumnType target) {
		if (database instanceof EnumType first && target instanceof EnumType second) {
			return (first.name() != null && second.name() != null) ? first.name().equals(second.name())
					: first.values().equals(second.values());
		}
		if (database instanceof NamedType first && target instanceof RawType second) {
			return Objects.equals(this.texts.form(first.name().text()), this.texts.form(second.sql()));
		}
		if (database instanceof ArrayType first && target instanceof ArrayType second) {
			return Objects.equals(first.length(), second.length()) && sameType(first.element(), second.element());
		}
		if (database instanceof RawType first && target instanceof RawType second) {
			return Objects.equals(this.texts.form(first.sql()), this.texts.form(second.sql()));
		}
		return plain(database).equals(plain(target));
	}

	private ColumnType plain(ColumnType type) {
		if (!(type instanceof StandardType standard)) {
			return type;
		}
		return switch (standard.kind()) {
			case NUMERIC -> (standard.length() != null && standard.scale() == null)
					? new StandardType(standard.kind(), standard.length(), 0) : standard;
			case TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
				(standard.length() == null) ? new StandardType(standard.kind(), this.secondDigits, null) : standard;
			default -> standard;
		};
	}

	/**
	 * Return the form of a default.
	 * @param value the default, or {@code null}
	 * @return its form, or {@code null} if there is none
	 */
	@Nullable String defaultForm(@Nullable ColumnDefault value) {
		if (value == null) {
			return null;
		}
		if (value instanceof ColumnDefault.Value literal) {
			return literal(literal.value());
		}
		String form = String.valueOf(this.texts.form(((ColumnDefault.Expression) value).sql()));
		Matcher cast = CAST.matcher(form);
		String plain = (cast.matches()) ? cast.group(1) : form;
		if (plain.equals("null")) {
			return null;
		}
		return (NUMBER.matcher(plain).matches()) ? number(plain.replace(" ", "")) : synonym(plain);
	}

	private static String literal(Object value) {
		if (value instanceof Number) {
			return number(value.toString());
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		if (value instanceof Iterable<?> list) {
			List<String> elements = new ArrayList<>();
			list.forEach((element) -> elements.add(literal(Objects.requireNonNullElse(element, "null"))));
			return elements.toString();
		}
		return "'" + value.toString().replace("'", "''") + "'";
	}

	private static String number(String text) {
		BigDecimal number = new BigDecimal(text);
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private static String synonym(String form) {
		return switch (form) {
			case "now ( )" -> "current_timestamp";
			case "current_timestamp ( )" -> "current_timestamp";
			case "current_date ( )" -> "current_date";
			case "current_time ( )" -> "current_time";
			default -> form;
		};
	}

	/**
	 * Return the form of how a column is computed.
	 * @param computed how, or {@code null}
	 * @return its form, or {@code null}
	 */
	@Nullable String computedForm(@Nullable Computed computed) {
		return (computed != null) ? this.texts.form(computed.expression()) : null;
	}

	/**
	 * Return a comment.
	 * @param comment the comment, or {@code null}
	 * @return the comment, empty for none
	 */
	static String comment(@Nullable String comment) {
		return (comment != null) ? comment : "";
	}

}
