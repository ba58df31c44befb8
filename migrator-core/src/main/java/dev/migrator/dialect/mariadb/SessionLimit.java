package dev.migrator.dialect.mariadb;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.session.SqlStatement;

/**
 * A limit of a session, which gets back what it was.
 *
 * @param setting the variable of the session
 * @param type the type of its values
 */
record SessionLimit(String setting, String type) {

	/** For metadata, such as that of a table being altered, and for rows. */
	static final List<SessionLimit> OF_LOCKS = List.of(new SessionLimit("lock_wait_timeout", "unsigned"),
			new SessionLimit("innodb_lock_wait_timeout", "unsigned"));

	/** A year: the longest there is. */
	private static final long UNLIMITED = 31_536_000;

	/**
	 * Return a limit in whole seconds.
	 * @param timeout the limit, zero for none
	 * @return at least one second
	 */
	static String seconds(Duration timeout) {
		long millis = timeout.toMillis();
		return String.valueOf((millis == 0) ? UNLIMITED : Math.min(UNLIMITED, (millis + 999) / 1000));
	}

	Stream<SqlStatement> set(String value) {
		return Stream
			.of("set @migrator_%1$s = coalesce(@migrator_%1$s, @@session.%1$s)".formatted(this.setting),
					"set session %s = %s".formatted(this.setting, value))
			.map(SqlStatement::of);
	}

	// A variable without a value is a text.
	Stream<SqlStatement> reset() {
		return Stream
			.of("set session %1$s = cast(coalesce(@migrator_%1$s, @@session.%1$s) as %2$s)".formatted(this.setting,
					this.type), "set @migrator_%s = null".formatted(this.setting))
			.map(SqlStatement::of);
	}

}
