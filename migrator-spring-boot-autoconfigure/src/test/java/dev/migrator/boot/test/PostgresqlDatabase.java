package dev.migrator.boot.test;

import javax.sql.DataSource;

import dev.migrator.test.Databases;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An empty PostgreSQL database with roles, and where it is. The server lets everybody in
 * without looking at the password.
 *
 * @param dataSource connections to it, as a superuser
 */
public record PostgresqlDatabase(PGSimpleDataSource dataSource) {

	/**
	 * Create a database.
	 * @return the database
	 */
	public static PostgresqlDatabase create() {
		return new PostgresqlDatabase((PGSimpleDataSource) Databases.postgresql());
	}

	/**
	 * Return where the database is.
	 * @return host, port and name as they stand in URLs behind the slashes
	 */
	public String place() {
		return "%s:%d/%s".formatted(this.dataSource.getServerNames()[0], this.dataSource.getPortNumbers()[0],
				this.dataSource.getDatabaseName());
	}

	/**
	 * Return the URL for JDBC.
	 * @return the URL, without a user
	 */
	public String jdbcUrl() {
		return "jdbc:postgresql://" + place();
	}

	/**
	 * Create a role that may log in and create tables. Roles belong to the whole server,
	 * so that its name is made unlike all others.
	 * @param name what its name begins with
	 * @return its name
	 */
	public String role(String name) {
		String role = "%s_of_%s".formatted(name, this.dataSource.getDatabaseName());
		JdbcClient client = JdbcClient.create(this.dataSource);
		client.sql("create role %s login password 'geheim'".formatted(role)).update();
		client.sql("grant create on schema public to " + role).update();
		return role;
	}

	/**
	 * Return who owns a table.
	 * @param table the table
	 * @return the role
	 */
	public String owner(String table) {
		return JdbcClient.create(this.dataSource)
			.sql("select tableowner from pg_tables where tablename = ?")
			.param(table)
			.query(String.class)
			.single();
	}

	/**
	 * Connect as somebody.
	 * @param role the role
	 * @return new connections
	 */
	public DataSource as(String role) {
		return Databases.as(this.dataSource, role, "geheim");
	}

}
