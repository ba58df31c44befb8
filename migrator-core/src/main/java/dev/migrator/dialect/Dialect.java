package dev.migrator.dialect;

import java.util.List;

import dev.migrator.operation.Operation;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * How one database speaks. A dialect knows a database's version but holds no connection
 * and no state: its methods may be called at any time, by any thread.
 */
public interface Dialect {

	/**
	 * Return the database's name as SQL files and {@code op.dialect()} use it.
	 * @return {@code postgresql}, {@code h2} …
	 */
	String name();

	/**
	 * Return whether DDL takes part in transactions. Where it does not, each such
	 * statement commits what was done before it and itself.
	 * @return whether a failed revision leaves nothing behind
	 */
	boolean transactionalDdl();

	/**
	 * Say an operation in this database's words.
	 * @param operation the operation
	 * @return the statements, at least one
	 * @throws dev.migrator.error.MigratorException if the database lacks what it says
	 */
	List<SqlStatement> render(Operation operation);

	/**
	 * Write a name so that the database reads it as this very name: as it is where it is
	 * plain, else in quotes.
	 * @param identifier the name of a table, column, constraint or index
	 * @return the name in SQL
	 * @throws dev.migrator.error.MigratorException if it is longer than the database
	 * keeps
	 */
	String quote(String identifier);

	/**
	 * Write a table's name with its schema.
	 * @param table the table
	 * @return the name in SQL
	 */
	default String quote(TableName table) {
		String name = quote(table.name());
		return (table.schema() != null) ? quote(table.schema()) + "." + name : name;
	}

	/**
	 * Look whether there is a table, with one query.
	 * @param table the table
	 * @param session where to look
	 * @return whether it exists and can be seen
	 */
	boolean tableExists(TableName table, SqlSession session);

	/**
	 * Look whether an operation took effect, for a process that died while it ran.
	 * @param operation the operation
	 * @param session where to look
	 * @return what the catalog tells
	 */
	Effect effectOf(Operation operation, SqlSession session);

	/**
	 * Return the lock that lets only one process migrate.
	 * @param versionTable the table whose owner is to be alone
	 * @return the lock, not taken
	 */
	MigrationLock lock(TableName versionTable);

	/**
	 * Return whether a statement's failure means that it waited too long for a lock, so
	 * that running it again may succeed.
	 * @param sqlState the SQLSTATE
	 * @param errorCode the vendor's code
	 * @return whether it is worth another try
	 */
	boolean isLockTimeout(String sqlState, int errorCode);

	/**
	 * Return whether a statement's failure means that the user lacks a right.
	 * @param sqlState the SQLSTATE
	 * @param errorCode the vendor's code
	 * @return whether a right is missing
	 */
	boolean isMissingPrivilege(String sqlState, int errorCode);

	/**
	 * What the catalog tells of an operation.
	 */
	enum Effect {

		/** It took effect. */
		DONE,

		/** It did not take effect. */
		NOT_DONE,

		/** The catalog does not tell. */
		UNKNOWN

	}

}
