package dev.migrator.sample;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.dialect.syntax.StatementSplitter;
import org.h2.tools.RunScript;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database, and what tells the application to use it.
 *
 * @param dataSource new connections to it
 * @param arguments the application's arguments
 * @param environment the application's environment variables
 */
record SampleDatabase(DataSource dataSource, List<String> arguments, Map<String, String> environment) {

	/** The names of all tables, in lower case. */
	static final String TABLES = "select lower(table_name) from information_schema.tables"
			+ " where lower(table_schema) = 'public'";

	JdbcClient jdbc() {
		return JdbcClient.create(this.dataSource);
	}

	/**
	 * Return what was applied, in order.
	 * @return revision and state of each row of the history
	 */
	List<String> history() {
		return jdbc().sql("select revision, state from migrator_history order by sequence")
			.query((row, number) -> row.getString(1) + " " + row.getString(2))
			.list();
	}

	List<String> versions() {
		return strings("select version_num from migrator_version");
	}

	List<String> strings(String sql) {
		return jdbc().sql(sql).query(String.class).list();
	}

	/**
	 * Return what a run leaves behind, but for times and users, and for the lock of H2,
	 * which a script does not need.
	 * @return a line for each column, constraint, index, version and row of the history
	 */
	List<String> state() {
		return strings(
				"""
						select concat_ws(' ', 'column', lower(table_name), lower(column_name), data_type, is_nullable) as line
						from information_schema.columns where lower(table_schema) = 'public' and lower(table_name) <> 'migrator_version_lock'
						union all
						select concat_ws(' ', 'constraint', lower(table_name), constraint_type)
						from information_schema.table_constraints
						where lower(table_schema) = 'public' and constraint_type <> 'CHECK'
							and lower(table_name) <> 'migrator_version_lock'
						union all
						select concat_ws(' ', 'version', version_num) from migrator_version
						union all
						select concat_ws(' ', 'history', sequence, revision, down_revisions, direction, message, checksum, state,
							statements_done, statements_digest) from migrator_history
						order by line""");
	}

	/**
	 * Run a script as the database's own client does.
	 * @param script the script
	 */
	void runScript(String script) {
		try {
			if (this.dataSource instanceof PGSimpleDataSource postgresql) {
				runOneByOne(script, postgresql);
			}
			else {
				try (Connection connection = this.dataSource.getConnection()) {
					RunScript.execute(connection, new StringReader(script));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// psql sends each statement as text, and lets the script begin and end transactions.
	private static void runOneByOne(String script, PGSimpleDataSource database) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", "postgres");
		properties.setProperty("preferQueryMode", "simple");
		try (Connection connection = DriverManager.getConnection(database.getUrl(), properties);
				Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (SqlText text : StatementSplitter.split(script, SqlSyntax.POSTGRESQL, 1)) {
				statement.execute(text.sql());
			}
		}
	}

}
