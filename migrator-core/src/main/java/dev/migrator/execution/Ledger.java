package dev.migrator.execution;

import java.util.Set;

import dev.migrator.session.SqlSession;

/**
 * Where it is written which revisions a database has, and what became of each.
 */
interface Ledger {

	/**
	 * Have it ready for the next revision.
	 * @param session where
	 */
	void ensure(SqlSession session);

	/**
	 * Change the rows of the version table, each of which must be as expected.
	 * @param session where
	 * @param removed the rows to go
	 * @param added the rows to come
	 */
	void change(SqlSession session, Set<String> removed, Set<String> added);

	/**
	 * Return the history.
	 * @return what takes its rows
	 */
	HistoryWriter history();

	/**
	 * Take note that what was done was committed.
	 */
	void committed();

	/**
	 * Take note that what was done since the last commit is undone.
	 */
	void rolledBack();

}
