package dev.migrator.boot.autoconfigure;

import java.sql.DatabaseMetaData;
import java.util.Objects;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Tells others, such as Hibernate with an embedded database, that the schema is not
 * theirs to create and drop: neither through the data source of migrations nor through
 * another one that leads to the same database. Hibernate asks only about embedded
 * databases, whose URL says which one it is.
 */
final class MigratorSchemaManagementProvider implements SchemaManagementProvider {

	private static final Logger logger = LoggerFactory.getLogger(MigratorSchemaManagementProvider.class);

	private final ObjectProvider<Migrator> migrators;

	MigratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		this.migrators = migrators;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return (this.migrators.stream()
			.map(Migrator::dataSource)
			.filter(Objects::nonNull)
			.anyMatch((migrated) -> isSameDatabase(migrated, dataSource))) ? SchemaManagement.MANAGED
					: SchemaManagement.UNMANAGED;
	}

	private static boolean isSameDatabase(DataSource migrated, DataSource other) {
		if (DataSourceProxies.target(migrated).equals(DataSourceProxies.target(other))) {
			return true;
		}
		try {
			return Objects.equals(url(migrated), url(other));
		}
		catch (MetaDataAccessException ex) {
			// To drop the tables of the wrong database is worse than to leave them be.
			logger.warn("Whether the schema is Migrator's cannot be told, so it is taken to be: {}", ex.getMessage());
			return true;
		}
	}

	private static String url(DataSource dataSource) throws MetaDataAccessException {
		return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
	}

}
