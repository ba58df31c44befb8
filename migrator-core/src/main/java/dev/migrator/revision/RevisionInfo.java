package dev.migrator.revision;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One node of the graph: what the header of a revision says.
 *
 * @param id the revision's id
 * @param downRevisions the ids of the revisions it follows, as declared: none for a base,
 * several for a merge
 * @param dependsOn ids or branch labels of revisions that must be applied before it
 * without being its down revisions, as declared
 * @param branchLabels the labels declared here, without inherited ones, as declared
 * @param message one line for people
 * @param createdAt when it was written, or {@code null} if it does not say
 * @param replaces the ids of the revisions that it stands for, oldest first, so that the
 * last one is the end of their range; none for most
 */
public record RevisionInfo(String id, List<String> downRevisions, List<String> dependsOn, Set<String> branchLabels,
		String message, @Nullable Instant createdAt, List<String> replaces) {

	public RevisionInfo {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		// Set.copyOf would lose the order of declaration.
		branchLabels = Collections.unmodifiableSet(new LinkedHashSet<>(branchLabels));
		replaces = List.copyOf(replaces);
	}

	/**
	 * Create a revision that replaces none.
	 * @param id the revision's id
	 * @param downRevisions the ids of the revisions it follows
	 * @param dependsOn ids or branch labels of what it depends on
	 * @param branchLabels the labels declared here
	 * @param message one line for people
	 * @param createdAt when it was written, or {@code null} if it does not say
	 */
	public RevisionInfo(String id, List<String> downRevisions, List<String> dependsOn, Set<String> branchLabels,
			String message, @Nullable Instant createdAt) {
		this(id, downRevisions, dependsOn, branchLabels, message, createdAt, List.of());
	}

}
