package dev.migrator.sample;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database, and what tells the application to use it.
 *
 * @param dataSource new connections to it
 * @param arguments the application's arguments
 * @param environment the application's environment variables
 */
record SampleDatabase(DataSource dataSource, List<String> arguments, Map<String, String> environment) {

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

}
