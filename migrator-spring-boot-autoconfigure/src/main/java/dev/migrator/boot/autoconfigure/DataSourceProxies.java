package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Looks behind the proxies of data sources.
 */
final class DataSourceProxies {

	private DataSourceProxies() {
	}

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
