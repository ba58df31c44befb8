package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

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

	private final DatabaseToMigrate database;

	private final ConnectorBeans<DataSource> beans;

	private final DatabaseReplacements replacements;

	MigrationDataSourceSelector(DatabaseToMigrate database, ConnectorBeans<DataSource> beans,
			DatabaseReplacements replacements) {
		this.database = database;
		this.beans = beans;
		this.replacements = replacements;
	}

	/**
	 * Return whether there is a data source, or a URL with a driver to connect there. Who
	 * names a driver wants that one, and is told if it is missing.
	 * @return whether one can be chosen
	 */
	boolean canSelect() {
		DataSource application = this.beans.all().getIfUnique();
		if (isReplacement(application)) {
			return true;
		}
		MigratorConnectionDetails known = known();
		if (known.getJdbcUrl() != null) {
			return StringUtils.hasText(this.database.properties().getDriverClassName())
					|| isPresent(known.getDriverClassName());
		}
		if (!this.beans.names().isEmpty()) {
			return true;
		}
		JdbcConnectionDetails details = applicationDetails();
		return details != null && isPresent(details.getDriverClassName());
	}

	/**
	 * Choose the data source. What takes the place of the one database in tests does not
	 * take that of one of several.
	 * @return the data source
	 */
	DataSource select() {
		DataSource application = this.beans.all().getIfUnique();
		if (application != null && isReplacement(application)) {
			return application;
		}
		MigratorConnectionDetails known = known();
		String url = known.getJdbcUrl();
		if (url != null) {
			return connectTo(new ConnectionUrl(url, known.getUsername(), known.getPassword()),
					known.getDriverClassName());
		}
		if (application != null) {
			String username = known.getUsername();
			return (StringUtils.hasText(username)) ? withUser(application, username, known.getPassword()) : application;
		}
		return withoutDataSource(known);
	}

	private boolean isReplacement(@Nullable DataSource application) {
		return this.database.isOnly() && application != null
				&& (this.replacements.isTestDatabase(application) || (this.beans.details(this.database) == null
						&& this.replacements.isContainer(JdbcConnectionDetails.class)));
	}

	private MigratorConnectionDetails known() {
		MigratorConnectionDetails details = this.beans.details(this.database);
		return (details != null) ? details : new PropertiesConnectionDetails(this.database.properties());
	}

	private @Nullable JdbcConnectionDetails applicationDetails() {
		return this.beans.others(JdbcConnectionDetails.class).getIfAvailable();
	}

	private DataSource withoutDataSource(MigratorConnectionDetails known) {
		JdbcConnectionDetails details = applicationDetails();
		long candidates = this.beans.all().stream().count();
		if (details == null || candidates > 0) {
			throw missing(candidates);
		}
		boolean ownUser = StringUtils.hasText(known.getUsername());
		return connectTo(new ConnectionUrl(details.getJdbcUrl(),
				(ownUser) ? known.getUsername() : details.getUsername(),
				(ownUser || StringUtils.hasText(known.getPassword())) ? known.getPassword() : details.getPassword()),
				details.getDriverClassName());
	}

	private boolean isPresent(@Nullable String driver) {
		return driver != null && ClassUtils.isPresent(driver, this.beans.classLoader());
	}

	private DataSource connectTo(ConnectionUrl url, @Nullable String driver) {
		if (driver == null || !isPresent(driver)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					(driver != null) ? "The JDBC driver %s for '%s' is not on the class path.".formatted(driver, url)
							: "No JDBC driver is known for '%s'.".formatted(url),
					"Add a dependency on the driver, or name another one by migrator.driver-class-name.");
		}
		DataSourceProperties source = new DataSourceProperties();
		source.setBeanClassLoader(this.beans.classLoader());
		source.setType(SimpleDriverDataSource.class);
		source.setUrl(url.jdbcUrl());
		source.setDriverClassName(driver);
		source.setUsername(url.username());
		source.setPassword(url.password());
		return source.initializeDataSourceBuilder().build();
	}

	private DataSource withUser(DataSource application, String username, @Nullable String password) {
		try {
			return DataSourceBuilder.derivedFrom(DataSourceProxies.target(application))
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

	private static MigratorException missing(long candidates) {
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
