package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

/**
 * The data source that migrations use.
 *
 * @param dataSource the data source
 * @param separate whether it leads to the application's database on another way: by a URL
 * or as a user of its own
 */
record MigrationDataSource(DataSource dataSource, boolean separate) {

}
