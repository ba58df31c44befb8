package dev.migrator.boot.autoconfigure;

import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.util.StringUtils;

/**
 * Chooses the connection factory of migrations: the one marked
 * {@link MigratorDataSource}, else the one that {@link MigratorConnectionDetails} or
 * {@code migrator.url} lead to, else the application's as another user, else the
 * application's. Those that it makes open a connection when asked for one and hold none.
 */
final class MigrationConnectionsSelector {

	private final DatabaseToMigrate database;

	private final ConnectorBeans<ConnectionFactory> beans;

	private final DatabaseReplacements replacements;

	MigrationConnectionsSelector(DatabaseToMigrate database, ConnectorBeans<ConnectionFactory> beans,
			DatabaseReplacements replacements) {
		this.database = database;
		this.beans = beans;
		this.replacements = replacements;
	}

	/**
	 * Return whether there is a connection factory, or a URL with a driver to connect
	 * there.
	 * @return whether one can be chosen
	 */
	boolean canSelect() {
		ConnectionUrl url = url(known());
		return (url != null && !isReplaced()) ? url.isKnownToR2dbc() && ConnectionFactories.supports(options(url))
				: !this.beans.names().isEmpty();
	}

	/**
	 * Choose the connection factory.
	 * @return the connection factory
	 */
	ConnectionFactory select() {
		MigratorConnectionDetails known = known();
		ConnectionUrl url = url(known);
		if (url != null && !isReplaced()) {
			return connect(options(url).mutate(), url.username(), url.password());
		}
		ConnectionFactory application = this.beans.all().getIfUnique();
		if (application == null) {
			throw missing();
		}
		String username = known.getUsername();
		return (StringUtils.hasText(username) && !isReplaced()) ? withUser(application, username, known.getPassword())
				: application;
	}

	// In a test, what is configured leads to the real database.
	private boolean isReplaced() {
		return this.database.isOnly() && this.beans.details(this.database) == null
				&& this.replacements.isContainer(R2dbcConnectionDetails.class);
	}

	private MigratorConnectionDetails known() {
		MigratorConnectionDetails details = this.beans.details(this.database);
		return (details != null) ? details : new PropertiesConnectionDetails(this.database.properties());
	}

	private static @Nullable ConnectionUrl url(MigratorConnectionDetails known) {
		String url = known.getJdbcUrl();
		return (url != null) ? new ConnectionUrl(url, known.getUsername(), known.getPassword()).withLoginApart() : null;
	}

	private static ConnectionFactoryOptions options(ConnectionUrl url) {
		return ConnectionFactoryOptions.parse(url.r2dbcUrl());
	}

	private static ConnectionFactory withUser(ConnectionFactory application, String username,
			@Nullable String password) {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(application);
		if (capable == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The connection factory, a %s, does not tell its URL, so that migrator.username cannot be used with it."
						.formatted(application.getClass().getName()),
					"Set migrator.url as well, or mark a ConnectionFactory bean with @MigratorDataSource.");
		}
		return connect(capable.getOptions().mutate(), username, password);
	}

	private static ConnectionFactory connect(ConnectionFactoryOptions.Builder options, @Nullable String username,
			@Nullable String password) {
		if (username != null) {
			options.option(ConnectionFactoryOptions.USER, username);
		}
		if (password != null) {
			options.option(ConnectionFactoryOptions.PASSWORD, password);
		}
		return ConnectionFactoryBuilder.withOptions(options).build();
	}

	private MigratorException missing() {
		long candidates = this.beans.all().stream().count();
		if (candidates == 0) {
			return new MigratorException(ErrorCategory.CONFIGURATION, "There is no connection factory to migrate.",
					"Configure spring.r2dbc.url or migrator.url.");
		}
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"There are %d connection factories, and none is marked as the one to migrate.".formatted(candidates),
				"Mark one bean with @MigratorDataSource or @Primary, set migrator.url, "
						+ "or declare a Migrator bean for each.");
	}

}
