package dev.migrator.session;

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

}
