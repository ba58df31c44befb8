package dev.migrator.dialect.mariadb;

import java.time.Duration;
import java.util.List;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;

/**
 * MySQL, from version 8.0.16. The statement timeout limits what only reads: MySQL has no
 * limit for other statements.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-statements.html">SQL
 * Statements</a>
 */
public final class MysqlDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 * @param database the database, for its version
	 */
	public MysqlDialect(DatabaseInfo database) {
		super(new ServerFeatures(false, database));
	}

	@Override
	public OfflineSql offline() {
		return new MysqlOfflineSql(this, "mysql");
	}

	@Override
	public List<String> describeSchema(String schema, SqlSession session) {
		return MariadbSchemaLines.read(quote(schema), false, session);
	}

	@Override
	SessionLimit statementLimit() {
		return new SessionLimit("max_execution_time", "unsigned");
	}

	// In milliseconds, zero for no limit.
	@Override
	String statementLimit(Duration timeout) {
		return String.valueOf(timeout.toMillis());
	}

}
