package dev.migrator.session;

import org.jspecify.annotations.Nullable;

/**
 * The database refused a statement.
 */
public class SqlSessionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sql;

	private final @Nullable String sqlState;

	private final int errorCode;

	/**
	 * Create an exception.
	 * @param sql the statement, or what was being done
	 * @param message the database's message
	 * @param sqlState the SQLSTATE, or {@code null}
	 * @param errorCode the vendor's code
	 * @param cause the driver's exception
	 */
	public SqlSessionException(String sql, String message, @Nullable String sqlState, int errorCode, Throwable cause) {
		super(message, cause);
		this.sql = sql;
		this.sqlState = sqlState;
		this.errorCode = errorCode;
	}

	/**
	 * Return what was run.
	 * @return the statement
	 */
	public String sql() {
		return this.sql;
	}

	/**
	 * Return the kind of error by the SQL standard.
	 * @return the SQLSTATE, or {@code null}
	 */
	public @Nullable String sqlState() {
		return this.sqlState;
	}

	/**
	 * Return the kind of error by the database's vendor.
	 * @return the code
	 */
	public int errorCode() {
		return this.errorCode;
	}

}
