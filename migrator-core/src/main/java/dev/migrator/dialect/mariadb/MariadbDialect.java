package dev.migrator.dialect.mariadb;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;

/**
 * MariaDB, from version 10.5.
 *
 * @see <a href="https://mariadb.com/kb/en/sql-statements/">SQL Statements</a>
 */
public final class MariadbDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 * @param database the database, for its version
	 */
	public MariadbDialect(DatabaseInfo database) {
		super(new ServerFeatures(true, database));
	}

	@Override
	public OfflineSql offline() {
		return new MariadbOfflineSql(this);
	}

	@Override
	public List<String> describeSchema(String schema, SqlSession session) {
		return MariadbSchemaLines.read(quote(schema), true, session);
	}

	@Override
	SessionLimit statementLimit() {
		return new SessionLimit("max_statement_time", "double");
	}

	// In seconds, zero for no limit.
	@Override
	String statementLimit(Duration timeout) {
		return BigDecimal.valueOf(timeout.toMillis(), 3).toPlainString();
	}

}
