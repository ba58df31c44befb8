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

	// A pool has an empty protocol.
	private static String part(String before, ConnectionFactoryOptions options, Option<?> option) {
		Object value = options.getValue(option);
		return (value != null && !value.toString().isEmpty()) ? before + value : "";
	}

}
