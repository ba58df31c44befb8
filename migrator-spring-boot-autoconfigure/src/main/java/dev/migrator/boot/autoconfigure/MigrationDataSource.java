package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The data source that migrations use: no bean of its own, so that nobody takes it for
 * the application's.
 *
 * @param dataSource the data source
 */
record MigrationDataSource(DataSource dataSource) {

	/**
	 * Return what stands behind the proxies of a data source.
	 * @param dataSource the data source, which may be a proxy such as the one of
	 * {@code spring.datasource.connection-fetch=lazy}
	 * @return the one that makes the connections
	 */
	static DataSource target(DataSource dataSource) {
		DataSource current = dataSource;
		while (current instanceof DelegatingDataSource proxy && proxy.getTargetDataSource() != null) {
			current = proxy.getTargetDataSource();
		}
		return current;
	}

}
