package dev.migrator.dialect.mariadb;

import java.time.Duration;
import java.util.stream.Stream;

import dev.migrator.session.SqlStatement;

/**
 * Limits of a session, which get back what they were.
 */
final class SessionLimit {

	/** For metadata, such as a table being altered, and for rows. */
	static final String[] OF_LOCKS = { "lock_wait_timeout", "innodb_lock_wait_timeout" };

	/** A year: the longest there is. */
	private static final long UNLIMITED = 31_536_000;

	private SessionLimit() {
	}

	/**
	 * Return a limit in whole seconds.
	 * @param timeout the limit, zero for none
	 * @return at least one second
	 */
	static String seconds(Duration timeout) {
		long millis = timeout.toMillis();
		return String.valueOf((millis == 0) ? UNLIMITED : Math.min(UNLIMITED, (millis + 999) / 1000));
	}

	static Stream<SqlStatement> set(String setting, String value) {
		return Stream
			.of("set @migrator_%1$s = coalesce(@migrator_%1$s, @@session.%1$s)".formatted(setting),
					"set session %s = %s".formatted(setting, value))
			.map(SqlStatement::of);
	}

	static Stream<SqlStatement> reset(String setting) {
		return Stream
			.of("set session %1$s = coalesce(@migrator_%1$s, @@session.%1$s)".formatted(setting),
					"set @migrator_%s = null".formatted(setting))
			.map(SqlStatement::of);
	}

}
