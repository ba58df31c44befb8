package dev.migrator.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Chooses the data source of migrations: the one marked {@link MigratorDataSource}, else
 * what stands in for the application's in tests, else {@code migrator.url}, else the
 * application's with {@code migrator.username}, else the application's. Those that it
 * makes open a connection when asked for one and hold none, so that there is nothing to
 * be closed.
 */
final class MigrationDataSourceSelector {

	private final MigratorProperties properties;

	private final ObjectProvider<JdbcConnectionDetails> connectionDetails;

	private final DatabaseReplacements replacements;

	private final ClassLoader classLoader;

	MigrationDataSourceSelector(MigratorProperties properties, ObjectProvider<JdbcConnectionDetails> connectionDetails,
			DatabaseReplacements replacements, ClassLoader classLoader) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
		this.replacements = replacements;
		this.classLoader = classLoader;
	}

	MigrationDataSource select(ObjectProvider<DataSource> marked, ObjectProvider<DataSource> applications) {
		return new MigrationDataSource(dataSource(marked.getIfAvailable(), applications));
	}

	private DataSource dataSource(@Nullable DataSource own, ObjectProvider<DataSource> applications) {
		if (own != null) {
			return own;
		}
		DataSource application = applications.getIfUnique();
		if (application != null && this.replacements.isReplaced(application)) {
			return application;
		}
		String url = this.properties.getUrl();
		if (StringUtils.hasText(url)) {
			return connectTo(ConnectionUrl.parse(url), this.properties.getDriverClassName());
		}
		if (application != null) {
			return (hasOwnUser()) ? withOwnUser(application) : application;
		}
		List<DataSource> candidates = applications.stream().toList();
		JdbcConnectionDetails details = this.connectionDetails.getIfAvailable();
		if (details != null && candidates.isEmpty()) {
			ConnectionUrl known = new ConnectionUrl(details.getJdbcUrl(), details.getUsername(), details.getPassword());
			return connectTo(known, details.getDriverClassName());
		}
		throw missing(candidates.size());
	}

	private boolean hasOwnUser() {
		return StringUtils.hasText(this.properties.getUsername());
	}

	private DataSource connectTo(ConnectionUrl url, @Nullable String driverClassName) {
		DataSourceProperties source = new DataSourceProperties();
		source.setBeanClassLoader(this.classLoader);
		source.setType(SimpleDriverDataSource.class);
		source.setUrl(url.jdbcUrl());
		source.setDriverClassName(driver(url, driverClassName));
		source.setUsername((hasOwnUser()) ? this.properties.getUsername() : url.username());
		source.setPassword((hasOwnUser() || StringUtils.hasText(this.properties.getPassword()))
				? this.properties.getPassword() : url.password());
		return source.initializeDataSourceBuilder().build();
	}

	private String driver(ConnectionUrl url, @Nullable String configured) {
		String driver = (StringUtils.hasText(configured)) ? configured
				: DatabaseDriver.fromJdbcUrl(url.jdbcUrl()).getDriverClassName();
		if (driver == null || !ClassUtils.isPresent(driver, this.classLoader)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					(driver != null) ? "The JDBC driver %s for '%s' is not on the class path.".formatted(driver, url)
							: "No JDBC driver is known for '%s'.".formatted(url),
					"Add a dependency on the driver, or name another one by migrator.driver-class-name.");
		}
		return driver;
	}

	private DataSource withOwnUser(DataSource application) {
		try {
			return DataSourceBuilder.derivedFrom(MigrationDataSource.target(application))
				.type(SimpleDriverDataSource.class)
				.username(this.properties.getUsername())
				.password(this.properties.getPassword())
				.build();
		}
		catch (UnsupportedDataSourcePropertyException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The data source, a %s, does not tell its URL, so that migrator.username cannot be used with it."
						.formatted(application.getClass().getName()),
					"Set migrator.url as well, or mark a DataSource bean with @MigratorDataSource.", ex);
		}
	}

	private static MigratorException missing(int candidates) {
		if (candidates == 0) {
			return new MigratorException(ErrorCategory.CONFIGURATION, "There is no data source to migrate.",
					"Configure spring.datasource.url or migrator.url.");
		}
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"There are %d data sources, and none is marked as the one to migrate.".formatted(candidates),
				"Mark one bean with @MigratorDataSource or @Primary, set migrator.url, "
						+ "or declare a Migrator bean for each.");
	}

}
