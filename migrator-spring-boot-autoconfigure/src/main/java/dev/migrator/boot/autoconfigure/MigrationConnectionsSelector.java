package dev.migrator.boot.autoconfigure;

import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ConnectionFactoryOptions.Builder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.util.StringUtils;

/**
 * Chooses the connection factory of migrations: the one marked
 * {@link MigratorDataSource}, else {@code migrator.url}, else the application's with
 * {@code migrator.username}, else the application's. Those that it makes open a
 * connection when asked for one and hold none.
 */
final class MigrationConnectionsSelector {

	private final MigratorProperties properties;

	MigrationConnectionsSelector(MigratorProperties properties) {
		this.properties = properties;
	}

	MigrationConnections select(ObjectProvider<ConnectionFactory> marked,
			ObjectProvider<ConnectionFactory> applications) {
		ConnectionFactory own = marked.getIfAvailable();
		return new MigrationConnections((own != null) ? own : choose(applications));
	}

	private ConnectionFactory choose(ObjectProvider<ConnectionFactory> applications) {
		String url = this.properties.getUrl();
		if (StringUtils.hasText(url)) {
			ConnectionUrl parsed = ConnectionUrl.parse(url);
			return connect(ConnectionFactoryOptions.parse(parsed.r2dbcUrl()).mutate(), parsed.username(),
					parsed.password());
		}
		ConnectionFactory application = applications.getIfUnique();
		if (application == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"There are several connection factories, and none is marked as the one to migrate.",
					"Mark one bean with @MigratorDataSource or @Primary, set migrator.url, "
							+ "or declare a Migrator bean for each.");
		}
		if (!StringUtils.hasText(this.properties.getUsername())) {
			return application;
		}
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(application);
		if (capable == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The connection factory, a %s, does not tell its URL, so that migrator.username cannot be used with it."
						.formatted(application.getClass().getName()),
					"Set migrator.url as well, or mark a ConnectionFactory bean with @MigratorDataSource.");
		}
		Builder options = ConnectionFactoryOptions.builder();
		options.from(capable.getOptions());
		return connect(options, null, null);
	}

	private ConnectionFactory connect(Builder options, @Nullable String username, @Nullable String password) {
		boolean hasOwnUser = StringUtils.hasText(this.properties.getUsername());
		String user = (hasOwnUser) ? this.properties.getUsername() : username;
		String secret = (hasOwnUser || StringUtils.hasText(this.properties.getPassword()))
				? this.properties.getPassword() : password;
		if (user != null) {
			options.option(ConnectionFactoryOptions.USER, user);
		}
		if (secret != null) {
			options.option(ConnectionFactoryOptions.PASSWORD, secret);
		}
		return ConnectionFactoryBuilder.withOptions(options).build();
	}

}
