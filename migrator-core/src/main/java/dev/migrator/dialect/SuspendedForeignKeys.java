package dev.migrator.dialect;

import dev.migrator.session.SqlSession;

/**
 * Foreign keys that a session does not enforce for a while: rows may name rows that are
 * not there, and what is to happen when a row is deleted does not happen.
 */
public interface SuspendedForeignKeys {

	/**
	 * Make sure that a transaction may be committed: that no row names a row that is not
	 * there, except those that did before the foreign keys were suspended.
	 * @param session the session, in its transaction
	 * @throws dev.migrator.error.MigratorException if there are such rows
	 */
	void check(SqlSession session);

	/**
	 * Have foreign keys be enforced again.
	 * @param session the session, in no transaction
	 */
	void resume(SqlSession session);

}
