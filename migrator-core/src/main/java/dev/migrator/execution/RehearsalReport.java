package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal did and undid.
 *
 * @param revisions the revisions that were rehearsed, in order
 * @param stopped why the rehearsal ended before the last revision of its plan, a whole
 * sentence, or {@code null} if it did not
 * @param remaining the revisions of the plan that were not rehearsed to their end
 * @param duration how long it took, with the wait for other processes
 */
public record RehearsalReport(List<RehearsedRevision> revisions, @Nullable String stopped, List<RevisionInfo> remaining,
		Duration duration) {

	public RehearsalReport {
		revisions = List.copyOf(revisions);
		remaining = List.copyOf(remaining);
	}

}
