package dev.migrator.boot.autoconfigure;

import dev.migrator.session.DatabaseUrls;
import dev.migrator.session.R2dbcOptions;
import dev.migrator.session.R2dbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;

/**
 * The connections that migrations use over R2DBC.
 *
 * @param factory where they come from
 */
record MigrationConnections(ConnectionFactory factory) implements SessionFactory {

	@Override
	public SqlSession open() {
		return R2dbcSession.open(this.factory, url());
	}

	@Override
	public SessionFactory elsewhere(String jdbcUrl) {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(this.factory);
		return (capable != null)
				? new MigrationConnections(
						ConnectionFactories.get(R2dbcOptions.elsewhere(capable.getOptions(), jdbcUrl)))
				: SessionFactory.super.elsewhere(jdbcUrl);
	}

	private @Nullable String url() {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(this.factory);
		return (capable != null) ? DatabaseUrls.withoutSecrets(R2dbcOptions.url(capable.getOptions())) : null;
	}

}
