package dev.migrator.session;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Opens sessions.
 */
@FunctionalInterface
public interface SessionFactory {

	/**
	 * Open a session.
	 * @return the session, which the caller closes
	 * @throws dev.migrator.error.MigratorException if there is no connection to be had
	 */
	SqlSession open();

	/**
	 * Lead to another database, by the same driver and as the same user.
	 * @param jdbcUrl where that database is, in the words of JDBC
	 * @return what opens sessions there
	 * @throws MigratorException {@code UNSUPPORTED} if this leads to one database only
	 */
	default SessionFactory elsewhere(String jdbcUrl) {
		throw new MigratorException(ErrorCategory.UNSUPPORTED,
				"This application's migrator does not know how to connect to another database than its own.",
				"Let Spring Boot make the connections, by spring.datasource.url, spring.r2dbc.url or migrator.url.");
	}

}
