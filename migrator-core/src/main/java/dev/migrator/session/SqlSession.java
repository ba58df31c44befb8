package dev.migrator.session;

import java.util.List;

import dev.migrator.operation.Row;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One connection to a database. A session begins outside a transaction: each statement
 * commits by itself until {@link #begin()}.
 */
public interface SqlSession extends AutoCloseable {

	/**
	 * Return what is known of the database.
	 * @return the database
	 */
	DatabaseInfo database();

	/**
	 * Run a statement.
	 * @param statement the statement
	 * @return the rows it changed, 0 where that says nothing
	 * @throws SqlSessionException if the database refuses it
	 */
	long execute(SqlStatement statement);

	/**
	 * Run one statement for many rows of values.
	 * @param sql the statement with a question mark for each value
	 * @param rows the values of each run
	 * @return the rows changed by all runs
	 * @throws SqlSessionException if the database refuses it
	 */
	long executeBatch(String sql, List<? extends List<?>> rows);

	/**
	 * Ask the database.
	 * @param statement the query
	 * @return the rows
	 * @throws SqlSessionException if the database refuses it
	 */
	List<Row> query(SqlStatement statement);

	/**
	 * Begin a transaction.
	 */
	void begin();

	/**
	 * End the transaction and keep what it did.
	 */
	void commit();

	/**
	 * End the transaction, if there is one, and undo what it did.
	 */
	void rollback();

	/**
	 * Return whether a transaction was begun and not ended.
	 * @return whether there is a transaction
	 */
	boolean inTransaction();

	/**
	 * Return whether a transaction may be committed by whoever works in it, so that a
	 * part of the work stays whatever comes later.
	 * @return {@code false} if all of it will be undone
	 */
	default boolean mayCommit() {
		return true;
	}

	/**
	 * Return whether statements are written to a script and not run, so that nothing can
	 * be asked.
	 * @return whether there is no database
	 */
	default boolean isOffline() {
		return false;
	}

	/**
	 * Return a client on this very connection.
	 * @return the client
	 * @throws UnsupportedOperationException if the session does not use JDBC
	 */
	JdbcClient jdbc();

	/**
	 * Open a session on another database in the way this one was opened.
	 * @param jdbcUrl where that is, with nobody to be named for it
	 * @return the session, which the caller closes
	 * @throws UnsupportedOperationException if the session was opened in no way
	 */
	default SqlSession elsewhere(String jdbcUrl) {
		throw new UnsupportedOperationException("There is no way to " + jdbcUrl);
	}

	/**
	 * Cancel the statement that runs just now, if there is one and the database can do
	 * that. Unlike all else, this is called by another thread.
	 */
	default void cancel() {
	}

	/**
	 * Give the connection back as it was.
	 */
	@Override
	void close();

}
