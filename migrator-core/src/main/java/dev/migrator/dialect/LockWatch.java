package dev.migrator.dialect;

import java.util.List;

import dev.migrator.session.SqlSession;

/**
 * Sees which locks a statement takes. It is made when a transaction begins and knows
 * which tables and indexes there were then.
 */
public interface LockWatch {

	/**
	 * Look before a statement.
	 * @param session the session whose locks are looked at
	 */
	void before(SqlSession session);

	/**
	 * Look after the statement.
	 * @param session the same session
	 * @return the locks that came since, the strongest first
	 */
	List<RelationLock> after(SqlSession session);

}
