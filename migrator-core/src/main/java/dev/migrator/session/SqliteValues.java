package dev.migrator.session;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.UUID;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Json;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite keeps values: it has numbers, text and bytes only. Truth is 1 or 0; a date
 * or time is text in the form that SQLite's own functions read, a moment in time being
 * told in UTC as {@code current_timestamp} tells it. A value that is bound and one that
 * is written into a script become the same.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes In SQLite</a> and
 * <a href="https://www.sqlite.org/lang_datefunc.html#time_values">Time Values</a>
 */
public final class SqliteValues {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

	// The driver reads a fraction as so many milliseconds, so that .5 needs its zeros.
	private static final DateTimeFormatter FRACTIONS = new DateTimeFormatterBuilder().append(SECONDS)
		.appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
		.toFormatter(Locale.ROOT);

	private SqliteValues() {
	}

	/**
	 * Return what SQLite keeps for a value.
	 * @param value a string, character, enum constant, number, boolean, date or time of
	 * {@code java.time} or {@code java.util}, length of time, UUID, JSON, bytes, or
	 * {@code null}
	 * @return a {@code String}, {@code Long}, {@code Double}, {@code byte[]} or
	 * {@code null}; any other value as it is
	 * @throws MigratorException {@code UNSUPPORTED} for a double that is no number
	 */
	public static @Nullable Object stored(@Nullable Object value) {
		if (value instanceof CharSequence || value instanceof Character || value instanceof UUID
				|| value instanceof Json || value instanceof TemporalAmount) {
			return value.toString();
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Boolean truth) {
			return (truth) ? 1L : 0L;
		}
		return (value instanceof Number number) ? number(number) : time(value);
	}

	private static Object number(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal(decimal);
		}
		if (number instanceof BigInteger integer) {
			return decimal(new BigDecimal(integer));
		}
		if (number instanceof Float || number instanceof Double) {
			if (Double.isNaN(number.doubleValue())) {
				throw new MigratorException(ErrorCategory.UNSUPPORTED,
						"SQLite has no NaN, in place of which it would keep null.", "Choose another value.");
			}
			// A float's digits, not those of the double that is nearest to it.
			return Double.valueOf(number.toString());
		}
		return (number instanceof Integer || number instanceof Short || number instanceof Byte) ? number.longValue()
				: number;
	}

	// As text it keeps each digit where the column is one of text, and becomes a number
	// in others.
	private static Object decimal(BigDecimal decimal) {
		if (decimal.signum() == 0) {
			return 0L;
		}
		if (decimal.stripTrailingZeros().scale() <= 0 && decimal.precision() - decimal.scale() <= 19
				&& BigInteger.valueOf(decimal.longValue()).equals(decimal.toBigInteger())) {
			return decimal.longValue();
		}
		double nearest = decimal.doubleValue();
		boolean exact = !Double.isInfinite(nearest) && BigDecimal.valueOf(nearest).compareTo(decimal) == 0;
		return (exact) ? (Object) nearest : decimal.toPlainString();
	}

	private static @Nullable Object time(@Nullable Object value) {
		if (value instanceof LocalDate) {
			return value.toString();
		}
		if (value instanceof LocalTime time) {
			return text(time);
		}
		if (value instanceof OffsetTime time) {
			return text(time.toLocalTime())
					+ ((time.getOffset().equals(ZoneOffset.UTC)) ? "+00:00" : time.getOffset().getId());
		}
		if (value instanceof LocalDateTime dateTime) {
			return dateTime.toLocalDate() + " " + text(dateTime.toLocalTime());
		}
		if (value instanceof OffsetDateTime dateTime) {
			return time(dateTime.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
		}
		if (value instanceof ZonedDateTime dateTime) {
			return time(dateTime.toOffsetDateTime());
		}
		if (value instanceof Instant instant) {
			return time(instant.atOffset(ZoneOffset.UTC));
		}
		return legacyTime(value);
	}

	private static @Nullable Object legacyTime(@Nullable Object value) {
		if (value instanceof java.sql.Timestamp timestamp) {
			return time(timestamp.toLocalDateTime());
		}
		if (value instanceof java.sql.Date date) {
			return time(date.toLocalDate());
		}
		if (value instanceof java.sql.Time time) {
			return time(time.toLocalTime());
		}
		return (value instanceof java.util.Date date) ? time(date.toInstant()) : value;
	}

	private static String text(LocalTime time) {
		return ((time.equals(time.truncatedTo(ChronoUnit.SECONDS))) ? SECONDS : FRACTIONS).format(time);
	}

}
