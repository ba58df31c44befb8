package dev.migrator.dialect.mariadb;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.MysqlValues;
import org.jspecify.annotations.Nullable;

/**
 * Values as MariaDB and MySQL read them, where a backslash escapes the next character as
 * it does by default. A moment is its date and time in UTC.
 *
 * @see <a href="https://mariadb.com/kb/en/string-literals/">String Literals</a>
 * @see <a href="https://mariadb.com/kb/en/date-and-time-literals/">Date and Time
 * Literals</a>
 */
final class MariadbLiterals extends StandardLiterals {

	private final String database;

	private final boolean uuid;

	/**
	 * Create the literals.
	 * @param database the database's name in messages
	 * @param uuid whether there is a type for UUIDs, which otherwise are 16 bytes
	 */
	MariadbLiterals(String database, boolean uuid) {
		this.database = database;
		this.uuid = uuid;
	}

	@Override
	public String write(@Nullable Object value) {
		if (value instanceof UUID id) {
			return (this.uuid) ? "'" + id + "'" : bytes(id.toString().replace("-", ""));
		}
		if (value instanceof OffsetTime) {
			throw unsupported("no time of day with a zone, as %s is".formatted(value), "Use one without a zone.");
		}
		if (value instanceof LocalDate date) {
			check(date);
		}
		if (value instanceof LocalDateTime dateTime) {
			check(dateTime.toLocalDate());
		}
		LocalDateTime moment = MysqlValues.moment(value);
		return (moment != null) ? write(moment) : super.write(value);
	}

	private void check(LocalDate date) {
		if (date.getYear() < 0 || date.getYear() > 9999) {
			throw unsupported("dates from the year 0 to 9999 only, and not %s".formatted(date),
					"Leave such a date out, or keep it as text.");
		}
	}

	// A client with a script in its hands stops at a NUL, and may change a return.
	@Override
	protected String string(String text) {
		return super.string(
				text.replace("\\", "\\\\").replace("\0", "\\0").replace("\r", "\\r").replace("\032", "\\Z"));
	}

	@Override
	protected String escaped(String text) {
		return string(text);
	}

	@Override
	protected String json(String text) {
		return string(text);
	}

	@Override
	protected String array(List<@Nullable Object> elements) {
		throw unsupported("no lists as values", "Use JSON there, for example by op.dialect().");
	}

	@Override
	protected String interval(TemporalAmount amount) {
		throw unsupported("no length of time as a value, as %s is".formatted(amount), "Keep a number of seconds.");
	}

	@Override
	protected String specialFloat(String number) {
		if (number.equals("-0.0")) {
			// without an exponent it is a decimal number, which has no negative zero
			return "-0e0";
		}
		throw unsupported("no number '%s'".formatted(number), "Use null for what is no number.");
	}

	private MigratorException unsupported(String lack, String action) {
		return new MigratorException(ErrorCategory.UNSUPPORTED, "%s has %s.".formatted(this.database, lack), action);
	}

}
