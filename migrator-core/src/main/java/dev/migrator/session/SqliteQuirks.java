package dev.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

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

	private static final Pattern CHANGES_ROWS = Pattern
		.compile("(?is)(?:\\s++|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*(?:insert|update|delete|replace|with)\\b");

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

	// For a statement that cannot change rows the driver repeats what the one before it
	// changed. To ask SQLite itself would take a look into the file, which may be busy.
	@Override
	long changed(String sql, long told) {
		return (CHANGES_ROWS.matcher(sql).lookingAt()) ? told : 0;
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
