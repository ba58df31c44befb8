package dev.migrator.boot.autoconfigure;

import dev.migrator.session.DatabaseUrls;
import dev.migrator.session.R2dbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;

/**
 * The connections that migrations use over R2DBC: no bean of its own, so that nobody
 * takes it for the application's.
 *
 * @param factory where they come from
 */
record MigrationConnections(ConnectionFactory factory) implements SessionFactory {

	@Override
	public SqlSession open() {
		return R2dbcSession.open(this.factory, url());
	}

	// The options keep the password apart.
	private @Nullable String url() {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(this.factory);
		if (capable == null) {
			return null;
		}
		ConnectionFactoryOptions options = capable.getOptions();
		StringBuilder url = new StringBuilder("r2dbc:").append(options.getValue(ConnectionFactoryOptions.DRIVER));
		Object protocol = options.getValue(ConnectionFactoryOptions.PROTOCOL);
		if (protocol != null) {
			url.append(':').append(protocol);
		}
		url.append("://");
		Object host = options.getValue(ConnectionFactoryOptions.HOST);
		Object port = options.getValue(ConnectionFactoryOptions.PORT);
		Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
		if (host != null) {
			url.append(host);
		}
		if (port != null) {
			url.append(':').append(port);
		}
		if (database != null) {
			url.append('/').append(database);
		}
		return DatabaseUrls.withoutSecrets(url.toString());
	}

}
