package dev.migrator.dialect;

import java.util.Optional;

import dev.migrator.session.SqlSession;

/**
 * A lock that one session holds, outside any transaction, until it releases it or ends,
 * however it ends.
 */
public interface MigrationLock {

	/**
	 * Take the lock if it is free. Never waits: a waiting statement would hold a
	 * snapshot, which {@code create index concurrently} waits for.
	 * @param session the session that is to hold it
	 * @return whether it was taken
	 */
	boolean tryAcquire(SqlSession session);

	/**
	 * Give the lock back.
	 * @param session the session that holds it
	 */
	void release(SqlSession session);

	/**
	 * Tell who holds the lock, for a log line.
	 * @param session the session to ask with
	 * @return words on the holder, or nothing if it cannot be told
	 */
	Optional<String> holder(SqlSession session);

}
