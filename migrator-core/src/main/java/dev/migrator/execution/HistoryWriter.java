package dev.migrator.execution;

import dev.migrator.session.SqlSession;

/**
 * Takes a revision's row of the history as it comes to be.
 */
interface HistoryWriter {

	/**
	 * Add a row.
	 * @param session where
	 * @param entry the row
	 */
	void insert(SqlSession session, HistoryEntry entry);

	/**
	 * Complete a row: all that can change after it was inserted.
	 * @param session where
	 * @param entry the row as it shall be
	 */
	void update(SqlSession session, HistoryEntry entry);

	/**
	 * Make sure that rows can say how far batches came.
	 * @param session where
	 */
	default void prepareBatches(SqlSession session) {
	}

}
