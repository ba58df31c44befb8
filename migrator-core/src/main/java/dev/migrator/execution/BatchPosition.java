package dev.migrator.execution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * How far an update in batches came.
 *
 * @param operation what tells the operation from others
 * @param walked how many rows of the table it went over
 * @param changed how many rows it changed
 * @param key the key of the last row it went over
 */
record BatchPosition(String operation, long walked, long changed, List<Object> key) {

	private static final Pattern TEXT = Pattern.compile("(\\w*) (\\d+) (\\d+) (.*)", Pattern.DOTALL);

	private static final Pattern VALUE = Pattern.compile("(\\w+):((?:[^\\\\,]++|\\\\.)*+)(?:,|\\z)", Pattern.DOTALL);

	/** How values of a type are read again. */
	private static final Map<String, Function<String, Object>> TYPES = Map.ofEntries(
			Map.entry("String", (text) -> text), Map.entry("Byte", Byte::valueOf), Map.entry("Short", Short::valueOf),
			Map.entry("Integer", Integer::valueOf), Map.entry("Long", Long::valueOf),
			Map.entry("BigInteger", BigInteger::new), Map.entry("BigDecimal", BigDecimal::new),
			Map.entry("Float", Float::valueOf), Map.entry("Double", Double::valueOf),
			Map.entry("Boolean", Boolean::valueOf), Map.entry("UUID", UUID::fromString),
			Map.entry("Bytes", HexFormat.of()::parseHex), Map.entry("Date", java.sql.Date::valueOf),
			Map.entry("Time", java.sql.Time::valueOf), Map.entry("Timestamp", java.sql.Timestamp::valueOf),
			Map.entry("LocalDate", LocalDate::parse), Map.entry("LocalTime", LocalTime::parse),
			Map.entry("LocalDateTime", LocalDateTime::parse), Map.entry("OffsetDateTime", OffsetDateTime::parse));

	BatchPosition {
		key = List.copyOf(key);
	}

	/**
	 * Read a position.
	 * @param text what {@link #toString()} wrote
	 * @return the position
	 * @throws MigratorException {@code IN_DOUBT} if it was written otherwise
	 */
	static BatchPosition parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw unreadable(text);
		}
		List<Object> key = new ArrayList<>();
		Matcher values = VALUE.matcher(matcher.group(4));
		while (values.lookingAt()) {
			Function<String, Object> type = TYPES.get(values.group(1));
			if (type == null) {
				throw unreadable(text);
			}
			key.add(type.apply(values.group(2).replaceAll("(?s)\\\\(.)", "$1")));
			values.region(values.end(), values.regionEnd());
		}
		return new BatchPosition(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)),
				key);
	}

	private static MigratorException unreadable(String text) {
		return new MigratorException(ErrorCategory.IN_DOUBT,
				"The history says that batches came as far as '%s', which cannot be read.".formatted(text),
				"Start it with the version of the application that wrote this, or undo the batches by hand and run "
						+ "'migrator resolve <revision> --restart'.");
	}

	/**
	 * Return the key for people.
	 * @return its values
	 */
	String keyText() {
		return String.join(", ", this.key.stream().map(BatchPosition::text).toList());
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes) : value.toString();
	}

	/**
	 * Write the position so that it can be read again.
	 */
	@Override
	public String toString() {
		List<String> values = new ArrayList<>();
		for (Object value : this.key) {
			String type = (value instanceof byte[]) ? "Bytes" : value.getClass().getSimpleName();
			if (!TYPES.containsKey(type)) {
				throw new MigratorException(ErrorCategory.UNSUPPORTED,
						"a table cannot be walked by a key of %s.".formatted(value.getClass().getName()),
						"Walk by a key of numbers, texts, UUIDs, bytes or times.");
			}
			values.add(type + ":" + text(value).replace("\\", "\\\\").replace(",", "\\,"));
		}
		return "%s %d %d %s".formatted(this.operation, this.walked, this.changed, String.join(",", values));
	}

}
