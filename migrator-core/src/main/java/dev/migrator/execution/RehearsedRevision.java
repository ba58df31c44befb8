package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Step;

/**
 * A revision that was rehearsed.
 *
 * @param step the revision and its direction
 * @param statements what was run for it
 * @param duration how long it took
 * @param complete whether all of it was rehearsed, rather than its beginning
 */
public record RehearsedRevision(Step step, List<RehearsedStatement> statements, Duration duration, boolean complete) {

	public RehearsedRevision {
		statements = List.copyOf(statements);
	}

}
