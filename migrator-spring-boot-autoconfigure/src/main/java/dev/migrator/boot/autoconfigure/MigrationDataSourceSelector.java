package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Chooses the data source of migrations: the one marked {@link MigratorDataSource}, else
 * {@code migrator.url}, else the application's with {@code migrator.username}, else the
 * application's. Those that it makes open a connection when asked for one and hold none,
 * so that there is nothing to be closed.
 */
final class MigrationDataSourceSelector {

	private final MigratorProperties properties;

	private final ObjectProvider<JdbcConnectionDetails> connectionDetails;

	private final @Nullable ClassLoader classLoader;

	MigrationDataSourceSelector(MigratorProperties properties, ObjectProvider<JdbcConnectionDetails> connectionDetails,
			@Nullable ClassLoader classLoader) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
		this.classLoader = classLoader;
	}

	MigrationDataSource select(ObjectProvider<DataSource> marked, ObjectProvider<DataSource> applications) {
		DataSource own = marked.getIfAvailable();
		if (own != null) {
			return new MigrationDataSource(own, false);
		}
		String url = this.properties.getUrl();
		if (StringUtils.hasText(url)) {
			return new MigrationDataSource(connectTo(ConnectionUrl.parse(url), this.properties.getDriverClassName()),
					true);
		}
		DataSource application = applications.getIfUnique();
		if (application != null) {
			return (this.properties.getUsername() != null) ? new MigrationDataSource(withOwnUser(application), true)
					: new MigrationDataSource(application, false);
		}
		JdbcConnectionDetails details = this.connectionDetails.getIfAvailable();
		if (details != null) {
			ConnectionUrl known = new ConnectionUrl(details.getJdbcUrl(), details.getUsername(), details.getPassword());
			return new MigrationDataSource(connectTo(known, details.getDriverClassName()), true);
		}
		throw missing(applications.stream().count());
	}

	private DataSource connectTo(ConnectionUrl url, @Nullable String driverClassName) {
		DataSourceProperties source = new DataSourceProperties();
		source.setBeanClassLoader((this.classLoader != null) ? this.classLoader : getClass().getClassLoader());
		source.setType(SimpleDriverDataSource.class);
		source.setUrl(url.jdbcUrl());
		source.setDriverClassName(driverClassName);
		boolean ownUser = this.properties.getUsername() != null;
		source.setUsername((ownUser) ? this.properties.getUsername() : url.username());
		source.setPassword(
				(ownUser || this.properties.getPassword() != null) ? this.properties.getPassword() : url.password());
		return source.initializeDataSourceBuilder().build();
	}

	private DataSource withOwnUser(DataSource application) {
		return DataSourceBuilder.derivedFrom(application)
			.type(SimpleDriverDataSource.class)
			.username(this.properties.getUsername())
			.password(this.properties.getPassword())
			.build();
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
