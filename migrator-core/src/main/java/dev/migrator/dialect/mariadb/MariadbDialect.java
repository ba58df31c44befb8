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
		super("MariaDB", database, database.isAtLeast(10, 7));
	}

	@Override
	public String name() {
		return "mariadb";
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
	boolean hasConditionalParts() {
		return true;
	}

	@Override
	boolean renamesColumns(DatabaseInfo version) {
		return version.isAtLeast(10, 5);
	}

	@Override
	boolean indexesExpressions(DatabaseInfo version) {
		return false;
	}

	@Override
	String checkWord() {
		return "constraint";
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
