package dev.migrator.dialect.standard;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/**
 * Moments as they come from a driver, where the database has a type for them.
 */
final class Moments {

	private Moments() {
	}

	static Instant read(Object value) {
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
