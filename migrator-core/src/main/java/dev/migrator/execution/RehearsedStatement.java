package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.dialect.RelationLock;

/**
 * A statement that was rehearsed.
 *
 * @param sql the statement with its values; several that were sent together are separated
 * by semicolons and line ends
 * @param rows the rows that it changed or read, 0 where that says nothing
 * @param duration how long it took
 * @param locks the locks on tables and indexes that the transaction has since then, the
 * strongest first; none where the database does not tell
 */
public record RehearsedStatement(String sql, long rows, Duration duration, List<RelationLock> locks) {

	public RehearsedStatement {
		locks = List.copyOf(locks);
	}

}
