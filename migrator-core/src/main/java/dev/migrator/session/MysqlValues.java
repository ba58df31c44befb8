package dev.migrator.session;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Values that MariaDB and MySQL keep in another form than they are given. A moment is its
 * date and time in UTC, whatever the session's time zone.
 */
public final class MysqlValues {

	private MysqlValues() {
	}

	/**
	 * Return the date and time of a moment.
	 * @param value any value
	 * @return its date and time in UTC, or {@code null} if it is no moment
	 */
	public static @Nullable LocalDateTime moment(@Nullable Object value) {
		if (value instanceof Instant instant) {
			return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
		}
		if (value instanceof OffsetDateTime dateTime) {
			return moment(dateTime.toInstant());
		}
		if (value instanceof ZonedDateTime dateTime) {
			return moment(dateTime.toInstant());
		}
		// Those of JDBC are dates and times that a clock on the wall shows.
		return (value instanceof java.util.Date date && value.getClass() == java.util.Date.class)
				? moment(date.toInstant()) : null;
	}

	/**
	 * Return the bytes of a UUID.
	 * @param id the UUID
	 * @return its 16 bytes
	 */
	public static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
