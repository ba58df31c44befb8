package dev.migrator.dialect.standard;

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
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQL text that the database reads back as the same values.
 */
public class StandardLiterals {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.toFormatter(Locale.ROOT);

	/**
	 * Write a value.
	 * @param value a string, character, enum constant, number, boolean, date or time of
	 * {@code java.time} or {@code java.util}, UUID, bytes, or {@code null}
	 * @return the value in SQL
	 * @throws MigratorException {@code UNSUPPORTED} if the value is of another kind
	 */
	public String write(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof CharSequence || value instanceof Character) {
			return string(value.toString());
		}
		if (value instanceof Enum<?> constant) {
			return string(constant.name());
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof byte[] bytes) {
			return bytes(HexFormat.of().formatHex(bytes));
		}
		if (value instanceof UUID) {
			return "uuid '" + value + "'";
		}
		return time(value);
	}

	private String number(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		if (number instanceof Double || number instanceof Float) {
			double value = number.doubleValue();
			boolean special = Double.isNaN(value) || Double.isInfinite(value) || (value == 0 && 1 / value < 0);
			return (special) ? specialFloat(number.toString()) : number.toString();
		}
		if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte
				|| number instanceof BigInteger) {
			return number.toString();
		}
		throw unsupported(number);
	}

	private String time(Object value) {
		if (value instanceof LocalDate date) {
			return "date '" + date(date) + era(date) + "'";
		}
		if (value instanceof LocalTime time) {
			return "time '" + TIME.format(time) + "'";
		}
		if (value instanceof OffsetTime time) {
			return "time with time zone '" + TIME.format(time) + offset(time.getOffset()) + "'";
		}
		if (value instanceof LocalDateTime dateTime) {
			LocalDate date = dateTime.toLocalDate();
			return "timestamp '" + date(date) + " " + TIME.format(dateTime) + era(date) + "'";
		}
		if (value instanceof OffsetDateTime dateTime) {
			LocalDate date = dateTime.toLocalDate();
			return "timestamp with time zone '" + date(date) + " " + TIME.format(dateTime)
					+ offset(dateTime.getOffset()) + era(date) + "'";
		}
		if (value instanceof ZonedDateTime dateTime) {
			return time(dateTime.toOffsetDateTime());
		}
		if (value instanceof Instant instant) {
			return time(instant.atOffset(ZoneOffset.UTC));
		}
		return legacyTime(value);
	}

	private String legacyTime(Object value) {
		if (value instanceof java.sql.Timestamp timestamp) {
			return time(timestamp.toLocalDateTime());
		}
		if (value instanceof java.sql.Date date) {
			return time(date.toLocalDate());
		}
		if (value instanceof java.sql.Time time) {
			return time(time.toLocalTime());
		}
		if (value instanceof java.util.Date date) {
			return time(date.toInstant());
		}
		throw unsupported(value);
	}

	private String date(LocalDate date) {
		return String.format(Locale.ROOT, "%s-%02d-%02d", year(date), date.getMonthValue(), date.getDayOfMonth());
	}

	private static String offset(ZoneOffset offset) {
		return (offset.getTotalSeconds() == 0) ? "+00:00" : offset.getId();
	}

	private static MigratorException unsupported(Object value) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"A value of %s cannot be written in SQL.".formatted(value.getClass().getName()),
				"Use a string, number, boolean, date, time, UUID or bytes, or an expression in SQL.");
	}

	/**
	 * Write text.
	 * @param text the text
	 * @return the text in SQL
	 */
	protected String string(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Write bytes.
	 * @param hex the bytes in hexadecimal digits
	 * @return the bytes in SQL
	 */
	protected String bytes(String hex) {
		return "X'" + hex + "'";
	}

	/**
	 * Write a floating point number that no number in SQL is: not a number, an infinity,
	 * or the negative zero.
	 * @param number the number in the words of Java
	 * @return the number in SQL
	 */
	protected String specialFloat(String number) {
		return "cast('" + number + "' as double precision)";
	}

	/**
	 * Write a year.
	 * @param date the date it belongs to
	 * @return at least four digits
	 */
	protected String year(LocalDate date) {
		return String.format(Locale.ROOT, (date.getYear() < 0) ? "%05d" : "%04d", date.getYear());
	}

	/**
	 * Say whether a year is one before the first.
	 * @param date the date it belongs to
	 * @return what follows the date, or nothing where the year's sign tells
	 */
	protected String era(LocalDate date) {
		return "";
	}

}
