package dev.migrator.boot.docker.compose;

import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.session.ConnectionUrl;
import dev.migrator.session.R2dbcOptions;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * {@link ConnectionDetailsFactory} that makes of what Docker Compose knows for R2DBC what
 * it is for migrations, in an application that has no Spring JDBC. In others, what is
 * known for JDBC of the same service is taken.
 */
final class R2dbcAdaptingMigratorConnectionDetailsFactory
		implements ConnectionDetailsFactory<R2dbcConnectionDetails, MigratorConnectionDetails> {

	private static final String JDBC = "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails";

	private final boolean hasJdbc;

	R2dbcAdaptingMigratorConnectionDetailsFactory() {
		this(ClassUtils.isPresent(JDBC, R2dbcAdaptingMigratorConnectionDetailsFactory.class.getClassLoader()));
	}

	// Spring Boot leaves out a factory that cannot be made, but fails with one whose
	// types
	// are missing.
	R2dbcAdaptingMigratorConnectionDetailsFactory(boolean hasJdbc) {
		Assert.isAssignable(ConnectionDetails.class, R2dbcConnectionDetails.class);
		this.hasJdbc = hasJdbc;
	}

	@Override
	public @Nullable MigratorConnectionDetails getConnectionDetails(R2dbcConnectionDetails source) {
		return (this.hasJdbc) ? null : new Details(source);
	}

	/**
	 * The same place in the words of JDBC.
	 *
	 * @param source what is known for R2DBC
	 */
	private record Details(R2dbcConnectionDetails source) implements MigratorConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return ConnectionUrl.parse(R2dbcOptions.url(this.source.getConnectionFactoryOptions())).jdbcUrl();
		}

		@Override
		public @Nullable String getUsername() {
			return text(ConnectionFactoryOptions.USER);
		}

		@Override
		public @Nullable String getPassword() {
			return text(ConnectionFactoryOptions.PASSWORD);
		}

		private @Nullable String text(Option<? extends CharSequence> option) {
			Object value = this.source.getConnectionFactoryOptions().getValue(option);
			return (value != null) ? value.toString() : null;
		}

	}

}
