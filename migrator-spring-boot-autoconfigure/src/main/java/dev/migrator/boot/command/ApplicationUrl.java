package dev.migrator.boot.command;

import dev.migrator.session.ConnectionUrl;
import dev.migrator.session.R2dbcOptions;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;
import org.springframework.util.ClassUtils;

/**
 * Tells without a connection where the application's own database is. It may have JDBC,
 * R2DBC, both or neither.
 */
final class ApplicationUrl {

	private static final ClassLoader CLASS_LOADER = ApplicationUrl.class.getClassLoader();

	private static final boolean JDBC = ClassUtils
		.isPresent("org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails", CLASS_LOADER);

	private static final boolean R2DBC = ClassUtils
		.isPresent("org.springframework.boot.r2dbc.OptionsCapableConnectionFactory", CLASS_LOADER)
			&& ClassUtils.isPresent("io.r2dbc.spi.ConnectionFactory", CLASS_LOADER);

	private ApplicationUrl() {
	}

	/**
	 * Return where the database is.
	 * @param beanFactory the application's beans
	 * @return the URL for JDBC, or {@code null} if it is not known
	 */
	static @Nullable String find(BeanFactory beanFactory) {
		String url = (JDBC) ? OverJdbc.find(beanFactory) : null;
		return (url == null && R2DBC) ? OverR2dbc.find(beanFactory) : url;
	}

	private static final class OverJdbc {

		static @Nullable String find(BeanFactory beanFactory) {
			JdbcConnectionDetails details = beanFactory.getBeanProvider(JdbcConnectionDetails.class).getIfUnique();
			return (details != null) ? details.getJdbcUrl() : null;
		}

	}

	private static final class OverR2dbc {

		static @Nullable String find(BeanFactory beanFactory) {
			ConnectionFactory factory = beanFactory.getBeanProvider(ConnectionFactory.class).getIfUnique();
			OptionsCapableConnectionFactory capable = (factory != null)
					? OptionsCapableConnectionFactory.unwrapFrom(factory) : null;
			return (capable != null) ? ConnectionUrl.parse(R2dbcOptions.url(capable.getOptions())).jdbcUrl() : null;
		}

	}

}
