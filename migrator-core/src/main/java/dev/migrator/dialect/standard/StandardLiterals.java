package dev.migrator.dialect.standard;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Json;
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
	 * {@code java.time} or {@code java.util}, UUID, bytes, JSON, a list or an array of
	 * such values, or {@code null}
	 * @return the value in SQL
	 * @throws MigratorException {@code UNSUPPORTED} if the value is of another kind
	 */
	public String write(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof CharSequence || value instanceof Character) {
			return text(value.toString());
		}
		if (value instanceof Enum<?> constant) {
			return text(constant.name());
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
		if (value instanceof Json json) {
			return json(whole(json.text()));
		}
		if (value instanceof Period || value instanceof Duration) {
			return interval((TemporalAmount) value);
		}
		return (isList(value)) ? array(elements(value)) : time(value);
	}

	/**
	 * Return whether a value is written into a statement rather than bound, because
	 * drivers do not take it.
	 * @param value the value
	 * @return whether {@link #write} is to write it
	 */
	public static boolean isWrittenOut(@Nullable Object value) {
		return value instanceof Json || value instanceof Period || value instanceof Duration
				|| (value != null && isList(value));
	}

	private static boolean isList(Object value) {
		return value instanceof Collection<?> || (value.getClass().isArray() && !(value instanceof byte[]));
	}

	private static List<@Nullable Object> elements(Object list) {
		if (list instanceof Collection<?> collection) {
			return new ArrayList<>(collection);
		}
		List<@Nullable Object> elements = new ArrayList<>();
		for (int i = 0; i < Array.getLength(list); i++) {
			elements.add(Array.get(list, i));
		}
		return elements;
	}

	// Characters that control something are hard to see in a script, and some get lost.
	private String text(String text) {
		return (text.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\t'))
				? escaped(whole(text)) : string(whole(text));
	}

	// Databases and scripts keep text in UTF-8, in which such a half becomes a question
	// mark.
	private static String whole(String text) {
		if (Unicode.hasLoneSurrogate(text)) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"A text has half of a surrogate pair, which is no character and would be lost: %s"
						.formatted(Unicode.escaped(text)),
					"Remove it, or keep the text as bytes.");
		}
		return text;
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
				"Use a string, number, boolean, date, time, UUID, bytes, JSON or a list, or an expression in SQL.");
	}

	/**
	 * Write text that has control characters in it.
	 * @param text the text
	 * @return the text in SQL
	 */
	protected String escaped(String text) {
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isISOControl(c)) {
				sql.append(String.format(Locale.ROOT, "\\%04x", (int) c));
			}
			else {
				sql.append((c == '\\') ? "\\\\" : String.valueOf(c));
			}
		}
		return "U&" + string(sql.toString());
	}

	/**
	 * Write JSON.
	 * @param text the JSON
	 * @return the JSON in SQL
	 */
	protected String json(String text) {
		return "json " + string(text);
	}

	/**
	 * Write a list.
	 * @param elements its elements
	 * @return the list in SQL
	 */
	protected String array(List<@Nullable Object> elements) {
		return elements.stream().map(this::write).collect(Collectors.joining(", ", "array[", "]"));
	}

	/**
	 * Write a length of time: of years and months, or of days to seconds.
	 * @param amount a {@link Period} or {@link Duration}
	 * @return the length in SQL
	 */
	protected String interval(TemporalAmount amount) {
		if (amount instanceof Period period) {
			long days = period.get(ChronoUnit.DAYS);
			if (days == 0) {
				return "interval '%d' month".formatted(period.toTotalMonths());
			}
			if (period.toTotalMonths() == 0) {
				return "interval '%d' day".formatted(days);
			}
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"The length of time %s has months and days, which no interval here has together.".formatted(period),
					"Use months or days.");
		}
		Duration duration = (Duration) amount;
		Duration size = duration.abs();
		String fraction = (size.toNanosPart() == 0) ? "" : String.format(Locale.ROOT, ".%09d", size.toNanosPart());
		return String.format(Locale.ROOT, "interval '%s%d %02d:%02d:%02d%s' day to second",
				(duration.isNegative()) ? "-" : "", size.toDays(), size.toHoursPart(), size.toMinutesPart(),
				size.toSecondsPart(), fraction);
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
