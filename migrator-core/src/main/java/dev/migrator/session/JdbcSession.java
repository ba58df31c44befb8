package dev.migrator.session;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A session over one JDBC connection.
 */
public final class JdbcSession implements SqlSession {

	private static final Logger logger = LoggerFactory.getLogger(JdbcSession.class);

	private final Connection connection;

	private final DatabaseInfo database;

	private final DriverQuirks driver;

	private final boolean initialAutoCommit;

	private boolean inTransaction;

	private volatile @Nullable Statement running;

	private JdbcSession(Connection connection, DatabaseInfo database, boolean initialAutoCommit) {
		this.connection = connection;
		this.database = database;
		this.driver = DriverQuirks.of(database);
		this.initialAutoCommit = initialAutoCommit;
	}

	/**
	 * Open a session.
	 * @param dataSource where its connection comes from
	 * @return the session, which the caller closes
	 * @throws MigratorException if there is no connection to be had
	 */
	public static JdbcSession open(DataSource dataSource) {
		Connection connection = connect(dataSource);
		try {
			boolean autoCommit = connection.getAutoCommit();
			DatabaseInfo database = describe(connection.getMetaData());
			if (!autoCommit) {
				connection.setAutoCommit(true);
			}
			return new JdbcSession(connection, database, autoCommit);
		}
		catch (SQLException ex) {
			JdbcUtils.closeConnection(connection);
			throw noConnection(ex);
		}
	}

	private static Connection connect(DataSource dataSource) {
		try {
			return dataSource.getConnection();
		}
		catch (SQLException | RuntimeException ex) {
			// Pools throw their own, for example for a URL that the driver does not know.
			throw noConnection(ex);
		}
	}

	private static MigratorException noConnection(Exception ex) {
		return new MigratorException(ErrorCategory.DATABASE,
				"There is no connection to the database: %s".formatted(ex.getMessage()),
				"Check its URL, user and password, and that it is running.", ex);
	}

	private static DatabaseInfo describe(DatabaseMetaData metaData) throws SQLException {
		DatabaseInfo told = new DatabaseInfo(metaData.getDatabaseProductName(), metaData.getDatabaseMajorVersion(),
				metaData.getDatabaseMinorVersion(), DatabaseUrls.withoutSecrets(metaData.getURL()), user(metaData));
		return told.seenThrough(metaData.getDatabaseProductVersion());
	}

	// The driver of MySQL tells from where the user comes, too.
	private static @Nullable String user(DatabaseMetaData metaData) throws SQLException {
		String user = metaData.getUserName();
		return (user != null && metaData.getDatabaseProductName().equals("MySQL")) ? user.replaceFirst("@[^@]*$", "")
				: user;
	}

	@Override
	public DatabaseInfo database() {
		return this.database;
	}

	@Override
	public long execute(SqlStatement statement) {
		try {
			return this.driver.changed(statement.sql(), run(statement));
		}
		catch (SQLException ex) {
			throw failure(statement.sql(), ex);
		}
	}

	private long run(SqlStatement statement) throws SQLException {
		if (statement.binds().isEmpty()) {
			try (Statement plain = this.connection.createStatement()) {
				// A question mark without values is a character, not a parameter.
				plain.setEscapeProcessing(false);
				this.running = plain;
				plain.execute(statement.sql());
				return drain(plain);
			}
			finally {
				this.running = null;
			}
		}
		try (PreparedStatement prepared = this.connection.prepareStatement(statement.sql())) {
			bind(prepared, statement.binds());
			this.running = prepared;
			prepared.execute();
			return drain(prepared);
		}
		finally {
			this.running = null;
		}
	}

	// Some drivers report an error in a later result only when it is reached.
	private static long drain(Statement statement) throws SQLException {
		long changed = 0;
		int count = statement.getUpdateCount();
		boolean resultSet = count == -1;
		while (resultSet || count != -1) {
			changed += Math.max(count, 0);
			resultSet = statement.getMoreResults();
			count = (resultSet) ? -1 : statement.getUpdateCount();
		}
		return changed;
	}

	@Override
	public long executeBatch(String sql, List<? extends List<?>> rows) {
		try (PreparedStatement prepared = this.connection.prepareStatement(sql)) {
			this.running = prepared;
			long changed = 0;
			int waiting = 0;
			for (List<?> row : rows) {
				bind(prepared, row);
				prepared.addBatch();
				if (++waiting == 1000) {
					changed += sum(prepared.executeBatch());
					waiting = 0;
				}
			}
			return (waiting > 0) ? changed + sum(prepared.executeBatch()) : changed;
		}
		catch (SQLException ex) {
			SQLException cause = (ex.getNextException() != null) ? ex.getNextException() : ex;
			throw failure(sql, cause);
		}
		finally {
			this.running = null;
		}
	}

	private static long sum(int[] counts) {
		long changed = 0;
		for (int count : counts) {
			changed += (count == Statement.SUCCESS_NO_INFO) ? 1 : Math.max(count, 0);
		}
		return changed;
	}

	@Override
	public List<Row> query(SqlStatement statement) {
		try (PreparedStatement prepared = this.connection.prepareStatement(statement.sql())) {
			bind(prepared, statement.binds());
			this.running = prepared;
			try (ResultSet resultSet = prepared.executeQuery()) {
				return rows(resultSet);
			}
		}
		catch (SQLException ex) {
			throw failure(statement.sql(), ex);
		}
		finally {
			this.running = null;
		}
	}

	private static List<Row> rows(ResultSet resultSet) throws SQLException {
		ResultSetMetaData columns = resultSet.getMetaData();
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= columns.getColumnCount(); i++) {
			names.add(columns.getColumnLabel(i));
		}
		Row.Labels labels = new Row.Labels(names);
		@Nullable Object[] values = new Object[names.size()];
		List<Row> rows = new ArrayList<>();
		while (resultSet.next()) {
			for (int i = 0; i < values.length; i++) {
				values[i] = value(resultSet, i + 1);
			}
			rows.add(new Row(labels, values));
		}
		return rows;
	}

	// Nearly all values are such as no driver has its own class for.
	private static @Nullable Object value(ResultSet resultSet, int column) throws SQLException {
		Object value = resultSet.getObject(column);
		return (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) ? value
				: JdbcUtils.getResultSetValue(resultSet, column);
	}

	private void bind(PreparedStatement prepared, List<?> values) throws SQLException {
		int index = 0;
		for (Object value : values) {
			StatementCreatorUtils.setParameterValue(prepared, ++index, SqlTypeValue.TYPE_UNKNOWN,
					this.driver.bindable(value));
		}
	}

	@Override
	public void begin() {
		change("begin", () -> this.driver.begin(this.connection));
		this.inTransaction = true;
	}

	@Override
	public void commit() {
		change("commit", () -> this.driver.commit(this.connection));
		leaveTransaction();
	}

	@Override
	public void rollback() {
		if (this.inTransaction) {
			change("rollback", () -> this.driver.rollback(this.connection));
			leaveTransaction();
		}
	}

	private void leaveTransaction() {
		this.inTransaction = false;
		change("leave the transaction", () -> this.driver.leave(this.connection));
	}

	@Override
	public boolean inTransaction() {
		return this.inTransaction;
	}

	@Override
	public SqlSession elsewhere(String jdbcUrl) {
		return open(new DriverManagerDataSource(jdbcUrl));
	}

	@Override
	public void cancel() {
		Statement statement = this.running;
		try {
			if (statement != null) {
				this.driver.cancel(this.connection, statement);
			}
		}
		catch (SQLException ex) {
			// It has ended just now, or its driver cannot do it.
			logger.debug("A statement could not be cancelled", ex);
		}
	}

	@Override
	public JdbcClient jdbc() {
		return JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
	}

	@Override
	public void close() {
		try {
			if (!this.connection.isClosed()) {
				rollback();
				this.connection.setAutoCommit(this.initialAutoCommit);
			}
		}
		catch (SQLException ex) {
			throw failure("close", ex);
		}
		finally {
			JdbcUtils.closeConnection(this.connection);
		}
	}

	private static void change(String what, Change change) {
		try {
			change.run();
		}
		catch (SQLException ex) {
			throw failure(what, ex);
		}
	}

	private static SqlSessionException failure(String sql, SQLException ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
		return new SqlSessionException(sql, message, ex.getSQLState(), ex.getErrorCode(), ex);
	}

	private interface Change {

		void run() throws SQLException;

	}

}
