package dev.migrator.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Chooses the data source of migrations: the one marked {@link MigratorDataSource}, else
 * what stands in for the application's in tests, else the one that
 * {@link MigratorConnectionDetails} or {@code migrator.url} lead to, else the
 * application's as another user, else the application's. Those that it makes open a
 * connection when asked for one and hold none, so that there is nothing to be closed.
 */
final class MigrationDataSourceSelector {

	private final DatabaseProperties properties;

	private final ObjectProvider<MigratorConnectionDetails> ownDetails;

	private final ObjectProvider<JdbcConnectionDetails> applicationDetails;

	private final DatabaseReplacements replacements;

	private final ClassLoader classLoader;

	MigrationDataSourceSelector(DatabaseProperties properties, ObjectProvider<MigratorConnectionDetails> ownDetails,
			ObjectProvider<JdbcConnectionDetails> applicationDetails, DatabaseReplacements replacements,
			ClassLoader classLoader) {
		this.properties = properties;
		this.ownDetails = ownDetails;
		this.applicationDetails = applicationDetails;
		this.replacements = replacements;
		this.classLoader = classLoader;
	}

	/**
	 * Choose the data source of the one database.
	 * @param own the data source that is meant for migrations, or {@code null}
	 * @param applications the application's
	 * @return the data source
	 */
	DataSource select(@Nullable DataSource own, ObjectProvider<DataSource> applications) {
		return dataSource(own, applications);
	}

	/**
	 * Choose the data source of one of several databases: what takes the place of the one
	 * database in tests does not take theirs.
	 * @param own the data source that its properties name, or {@code null}
	 * @param applications the application's
	 * @return the data source
	 */
	DataSource selectNamed(@Nullable DataSource own, ObjectProvider<DataSource> applications) {
		return (own != null) ? own : configured(new PropertiesConnectionDetails(this.properties),
				applications.getIfUnique(), applications);
	}

	private DataSource dataSource(@Nullable DataSource own, ObjectProvider<DataSource> applications) {
		if (own != null) {
			return own;
		}
		DataSource application = applications.getIfUnique();
		MigratorConnectionDetails details = this.ownDetails.getIfAvailable();
		if (application != null && (this.replacements.isTestDatabase(application)
				|| (details == null && this.replacements.isContainer()))) {
			return application;
		}
		MigratorConnectionDetails known = (details != null) ? details
				: new PropertiesConnectionDetails(this.properties);
		return configured(known, application, applications);
	}

	private DataSource configured(MigratorConnectionDetails known, @Nullable DataSource application,
			ObjectProvider<DataSource> applications) {
		String url = known.getJdbcUrl();
		if (url != null) {
			return connectTo(new ConnectionUrl(url, known.getUsername(), known.getPassword()),
					known.getDriverClassName());
		}
		if (application != null) {
			String username = known.getUsername();
			return (StringUtils.hasText(username)) ? withUser(application, username, known.getPassword()) : application;
		}
		return withoutDataSource(known, applications.stream().toList());
	}

	private DataSource withoutDataSource(MigratorConnectionDetails known, List<DataSource> candidates) {
		JdbcConnectionDetails details = this.applicationDetails.getIfAvailable();
		if (details == null || !candidates.isEmpty()) {
			throw missing(candidates.size());
		}
		boolean ownUser = StringUtils.hasText(known.getUsername());
		return connectTo(new ConnectionUrl(details.getJdbcUrl(),
				(ownUser) ? known.getUsername() : details.getUsername(),
				(ownUser || StringUtils.hasText(known.getPassword())) ? known.getPassword() : details.getPassword()),
				details.getDriverClassName());
	}

	private DataSource connectTo(ConnectionUrl url, @Nullable String driver) {
		if (driver == null || !ClassUtils.isPresent(driver, this.classLoader)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					(driver != null) ? "The JDBC driver %s for '%s' is not on the class path.".formatted(driver, url)
							: "No JDBC driver is known for '%s'.".formatted(url),
					"Add a dependency on the driver, or name another one by migrator.driver-class-name.");
		}
		DataSourceProperties source = new DataSourceProperties();
		source.setBeanClassLoader(this.classLoader);
		source.setType(SimpleDriverDataSource.class);
		source.setUrl(url.jdbcUrl());
		source.setDriverClassName(driver);
		source.setUsername(url.username());
		source.setPassword(url.password());
		return source.initializeDataSourceBuilder().build();
	}

	private DataSource withUser(DataSource application, String username, @Nullable String password) {
		try {
			return DataSourceBuilder.derivedFrom(MigrationDataSource.target(application))
				.type(SimpleDriverDataSource.class)
				.username(username)
				.password(password)
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
