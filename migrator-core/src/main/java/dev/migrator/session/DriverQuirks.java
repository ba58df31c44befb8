package dev.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a database's driver is to be asked for in another way than JDBC says. These are
 * the words for a driver that does as JDBC says.
 */
class DriverQuirks {

	/**
	 * Return the quirks of a database's driver.
	 * @param database the database
	 * @return its quirks
	 */
	static DriverQuirks of(DatabaseInfo database) {
		return switch (database.product().toLowerCase(Locale.ROOT)) {
			case "postgresql" -> new PostgresqlQuirks();
			case "sqlite" -> new SqliteQuirks();
			case "mariadb", "mysql" -> new MysqlQuirks(database);
			default -> new DriverQuirks();
		};
	}

	/**
	 * Cancel what runs.
	 * @param connection the connection
	 * @param statement its statement at work
	 * @throws SQLException if that cannot be done
	 */
	void cancel(Connection connection, Statement statement) throws SQLException {
		statement.cancel();
	}

	/**
	 * Return what begins a transaction in a script.
	 * @return the statement
	 */
	String beginStatement() {
		return "begin";
	}

	/**
	 * Begin a transaction.
	 * @param connection a connection that commits by itself
	 * @throws SQLException if there can be none
	 */
	void begin(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
	}

	/**
	 * Keep what a transaction did.
	 * @param connection the connection, in its transaction
	 * @throws SQLException if it cannot be kept
	 */
	void commit(Connection connection) throws SQLException {
		connection.commit();
	}

	/**
	 * Undo what a transaction did.
	 * @param connection the connection, in its transaction
	 * @throws SQLException if it cannot be undone
	 */
	void rollback(Connection connection) throws SQLException {
		connection.rollback();
	}

	/**
	 * Have a connection commit by itself again.
	 * @param connection the connection, whose transaction has ended
	 * @throws SQLException if it is broken
	 */
	void leave(Connection connection) throws SQLException {
		connection.setAutoCommit(true);
	}

	/**
	 * Return what the driver takes for a value.
	 * @param value the value
	 * @return what is bound
	 */
	@Nullable Object bindable(@Nullable Object value) {
		return value;
	}

	/**
	 * Return how many rows a statement changed.
	 * @param sql the statement
	 * @param told what the driver says of it
	 * @return the rows, 0 where that says nothing
	 */
	long changed(String sql, long told) {
		return told;
	}

}
