package dev.migrator.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said to SQLite. Its driver begins a transaction that becomes a writer
 * only when it writes: two that read first and then write would wait for each other, and
 * one of them would fail at once. So transactions are begun here by a statement, as
 * writers. The driver also would begin the next one at each end of a transaction.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">Transaction</a>
 */
final class SqliteQuirks extends DriverQuirks {

	private static final String NOTHING_TO_END = "no transaction is active";

	@Override
	String beginStatement() {
		return "begin immediate";
	}

	@Override
	void begin(Connection connection) throws SQLException {
		execute(connection, beginStatement());
	}

	@Override
	void commit(Connection connection) throws SQLException {
		execute(connection, "commit");
	}

	// Some errors, as of a full disk, have ended the transaction already.
	@Override
	void rollback(Connection connection) throws SQLException {
		try {
			execute(connection, "rollback");
		}
		catch (SQLException ex) {
			if (ex.getMessage() == null || !ex.getMessage().contains(NOTHING_TO_END)) {
				throw ex;
			}
		}
	}

	@Override
	void leave(Connection connection) {
	}

	@Override
	@Nullable Object bindable(@Nullable Object value) {
		return SqliteValues.stored(value);
	}

	// For a statement that changes no rows the driver repeats what the one before it
	// changed.
	@Override
	long count(Connection connection, Work work) throws SQLException {
		long before = totalChanges(connection);
		long changed = work.run();
		return (totalChanges(connection) != before) ? changed : 0;
	}

	private static long totalChanges(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("select total_changes()")) {
			return result.getLong(1);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
