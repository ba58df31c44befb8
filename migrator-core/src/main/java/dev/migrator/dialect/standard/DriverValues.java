package dev.migrator.dialect.standard;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Values as they go to a driver and come from it, where the database has a type for
 * moments.
 */
final class DriverValues {

	private DriverValues() {
	}

	// Drivers take only the types that JDBC names.
	static @Nullable Object bindable(@Nullable Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof CharSequence || value instanceof Character) {
			return value.toString();
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		return (value instanceof ZonedDateTime dateTime) ? dateTime.toOffsetDateTime() : value;
	}

	static Instant instant(Object value) {
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return time.toInstant();
		}
		if (value instanceof Timestamp time) {
			return time.toInstant();
		}
		throw new IllegalArgumentException("%s is no time but %s".formatted(value, value.getClass()));
	}

}
