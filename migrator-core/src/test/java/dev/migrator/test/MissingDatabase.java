package dev.migrator.test;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Stands for a database that this machine cannot have.
 */
final class MissingDatabase extends AbstractDataSource {

	private final String lack;

	MissingDatabase(String lack) {
		this.lack = lack;
	}

	/** Returns a sentence that says why. */
	String lack() {
		return this.lack;
	}

	@Override
	public Connection getConnection() throws SQLException {
		throw new SQLException(this.lack);
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

}
