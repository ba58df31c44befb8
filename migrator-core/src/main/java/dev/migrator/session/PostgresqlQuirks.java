package dev.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.PGConnection;

import org.springframework.util.ClassUtils;

/**
 * PostgreSQL's driver cancels a statement once: where the server had not begun with it by
 * then, that is lost. It cancels what its connection does as often as it is asked to.
 */
final class PostgresqlQuirks extends DriverQuirks {

	private static final boolean PRESENT = ClassUtils.isPresent("org.postgresql.PGConnection",
			PostgresqlQuirks.class.getClassLoader());

	@Override
	void cancel(Connection connection, Statement statement) throws SQLException {
		if (PRESENT && connection.isWrapperFor(PGConnection.class)) {
			connection.unwrap(PGConnection.class).cancelQuery();
		}
		else {
			statement.cancel();
		}
	}

}
