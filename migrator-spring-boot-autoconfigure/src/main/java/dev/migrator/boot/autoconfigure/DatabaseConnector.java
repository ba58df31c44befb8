package dev.migrator.boot.autoconfigure;

import java.util.List;

import dev.migrator.MigratorBuilder;

/**
 * One of the ways to a database: JDBC or R2DBC. Their beans are asked in order, and the
 * first that leads there is taken.
 */
interface DatabaseConnector {

	/**
	 * Return what of the application's beans connections may come from.
	 * @return the names of the beans
	 */
	List<String> beans();

	/**
	 * Return whether the application means this way: its bean is marked, or named by the
	 * properties.
	 * @param database the database
	 * @return whether it is meant
	 */
	boolean isMeant(DatabaseToMigrate database);

	/**
	 * Return whether there is a driver for this way, and something that says where the
	 * database is.
	 * @param database the database
	 * @return whether it leads there
	 */
	boolean leadsTo(DatabaseToMigrate database);

	/**
	 * Choose where connections come from. None is opened.
	 * @param database the database
	 * @return a migrator that takes them from there
	 * @throws dev.migrator.error.MigratorException if it cannot be told
	 */
	MigratorBuilder connect(DatabaseToMigrate database);

}
