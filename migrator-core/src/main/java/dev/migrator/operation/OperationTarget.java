package dev.migrator.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a migration's operations go: to a database, to a script, or to a list.
 */
public interface OperationTarget {

	/**
	 * Return the database's name.
	 * @return {@code postgresql}, {@code h2} …
	 */
	String dialect();

	/**
	 * Take an operation.
	 * @param operation the operation
	 * @return the rows it changed, 0 where that says nothing
	 */
	long apply(Operation operation);

	/**
	 * Ask the database.
	 * @param sql the query, with a question mark for each bound value
	 * @param binds the values
	 * @return the rows
	 */
	List<Row> query(String sql, List<@Nullable Object> binds);

	/**
	 * Return a client on the migration's own connection.
	 * @return the client
	 */
	JdbcClient jdbc();

	/**
	 * Do something outside the transaction: commit what was done, do it, begin a
	 * transaction.
	 * @param work what to do
	 */
	void autocommit(Runnable work);

	/**
	 * Return whether the operations are written to a script, so that nothing can be
	 * asked.
	 * @return whether there is no database
	 */
	default boolean isOffline() {
		return false;
	}

	/**
	 * Return what whoever runs the migrations has to tell them.
	 * @return the tag, or {@code null} if there is none
	 */
	default @Nullable String tag() {
		return null;
	}

	/**
	 * Return how constraints and indexes are called that a migration gives no name.
	 * Whoever runs the operations has it {@link NamingConvention#apply name} them.
	 * @return the convention, for the names that the database takes
	 */
	default NamingConvention namingConvention() {
		return NamingConvention.NONE;
	}

}
