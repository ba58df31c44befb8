package dev.migrator.boot.docker.compose;

import dev.migrator.boot.MigratorConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.Assert;

/**
 * {@link ConnectionDetailsFactory} that makes of what Docker Compose knows for JDBC what
 * it is for migrations.
 */
final class JdbcAdaptingMigratorConnectionDetailsFactory
		implements ConnectionDetailsFactory<JdbcConnectionDetails, MigratorConnectionDetails> {

	// Spring Boot leaves out a factory that cannot be made, but fails with one whose
	// types
	// are missing.
	JdbcAdaptingMigratorConnectionDetailsFactory() {
		Assert.isAssignable(ConnectionDetails.class, JdbcConnectionDetails.class);
	}

	@Override
	public MigratorConnectionDetails getConnectionDetails(JdbcConnectionDetails source) {
		return new MigratorConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return source.getJdbcUrl();
			}

			@Override
			public @Nullable String getUsername() {
				return source.getUsername();
			}

			@Override
			public @Nullable String getPassword() {
				return source.getPassword();
			}

			@Override
			public String getDriverClassName() {
				return source.getDriverClassName();
			}

		};
	}

}
