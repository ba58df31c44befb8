package dev.migrator.boot.test;

import javax.sql.DataSource;

import dev.migrator.test.Databases;

/**
 * The databases that tests run on.
 */
public enum TestDatabase {

	/** H2 in memory. */
	H2,

	/** PostgreSQL. */
	POSTGRESQL;

	/**
	 * Create an empty database.
	 * @return new connections to it, as an administrator
	 */
	public DataSource create() {
		return (this == H2) ? Databases.h2() : Databases.postgresql();
	}

}
