package dev.migrator.dialect.postgresql;

import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Json;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL reads them, with {@code standard_conforming_strings} on as it is
 * by default: a backslash is just a character.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>
 * @see <a href="https://www.postgresql.org/docs/current/datatype-datetime.html">Date/Time
 * Types</a>
 */
final class PostgresqlLiterals extends StandardLiterals {

	@Override
	protected String escaped(String text) {
		if (text.indexOf('\0') != -1) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"PostgreSQL cannot hold the NUL character of the text '%s'.".formatted(text.replace("\0", "\\0")),
					"Remove it, or keep the text as bytes.");
		}
		return super.escaped(text);
	}

	// A string without a type becomes whatever kind of JSON is needed.
	@Override
	protected String json(String text) {
		return string(text);
	}

	/**
	 * Write a list. Texts are written in one string without a type, which becomes a list
	 * of whatever is needed: of a type of named values, for example.
	 *
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT">Array Value
	 * Input</a>
	 */
	@Override
	protected String array(List<@Nullable Object> elements) {
		return (elements.stream().allMatch(PostgresqlLiterals::isText)) ? write(braces(elements))
				: super.array(elements);
	}

	private static boolean isText(@Nullable Object element) {
		return element == null || element instanceof CharSequence || element instanceof Character
				|| element instanceof Enum<?> || element instanceof Json;
	}

	private static String braces(List<@Nullable Object> elements) {
		return elements.stream().map(PostgresqlLiterals::element).collect(Collectors.joining(",", "{", "}"));
	}

	private static String element(@Nullable Object element) {
		if (element == null) {
			return "NULL";
		}
		String text = (element instanceof Enum<?> constant) ? constant.name() : element.toString();
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	@Override
	protected String interval(TemporalAmount amount) {
		return "interval '" + amount + "'";
	}

	@Override
	protected String bytes(String hex) {
		return "'\\x" + hex + "'::bytea";
	}

	@Override
	protected String specialFloat(String number) {
		return "'" + number + "'::double precision";
	}

	@Override
	protected String year(LocalDate date) {
		int year = date.getYear();
		return String.format(Locale.ROOT, "%04d", (year > 0) ? year : 1 - year);
	}

	@Override
	protected String era(LocalDate date) {
		return (date.getYear() > 0) ? "" : " BC";
	}

}
