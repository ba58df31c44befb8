package dev.migrator.session;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;

/**
 * What R2DBC knows of a database, as text.
 */
public final class R2dbcOptions {

	private R2dbcOptions() {
	}

	/**
	 * Return where a database is.
	 * @param options the options that lead there
	 * @return its URL without user, password and settings, which begins with
	 * {@code r2dbc:}
	 */
	public static String url(ConnectionFactoryOptions options) {
		return "r2dbc:" + part("", options, ConnectionFactoryOptions.DRIVER)
				+ part(":", options, ConnectionFactoryOptions.PROTOCOL) + "://"
				+ part("", options, ConnectionFactoryOptions.HOST) + part(":", options, ConnectionFactoryOptions.PORT)
				+ part("/", options, ConnectionFactoryOptions.DATABASE);
	}

	/**
	 * Lead to another database, as the same user.
	 * @param options the options that lead to one
	 * @param jdbcUrl where the other is, in the words of JDBC
	 * @return the options that lead there
	 * @throws dev.migrator.error.MigratorException {@code CONFIGURATION} if R2DBC has no
	 * such database
	 */
	public static ConnectionFactoryOptions elsewhere(ConnectionFactoryOptions options, String jdbcUrl) {
		ConnectionFactoryOptions.Builder other = ConnectionFactoryOptions.parse(R2dbcUrls.of(jdbcUrl)).mutate();
		Object user = options.getValue(ConnectionFactoryOptions.USER);
		if (user != null) {
			other.option(ConnectionFactoryOptions.USER, user.toString());
		}
		Object password = options.getValue(ConnectionFactoryOptions.PASSWORD);
		if (password != null) {
			other.option(ConnectionFactoryOptions.PASSWORD, (CharSequence) password);
		}
		return other.build();
	}

	// A pool has an empty protocol.
	private static String part(String before, ConnectionFactoryOptions options, Option<?> option) {
		Object value = options.getValue(option);
		return (value != null && !value.toString().isEmpty()) ? before + value : "";
	}

}
