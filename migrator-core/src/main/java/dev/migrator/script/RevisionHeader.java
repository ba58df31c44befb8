package dev.migrator.script;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The header of an SQL revision file.
 *
 * @param id the revision's id
 * @param downRevisions the ids of its down revisions, none for a base
 * @param message what it does, or an empty text
 * @param createdAt when it was written, or {@code null} if the header does not tell
 * @param branchLabels its branch labels
 * @param dependsOn the revisions that must be applied before it
 * @param transactional whether it may run in a transaction
 * @param replaces the ids of the revisions that it stands for
 */
record RevisionHeader(String id, List<String> downRevisions, String message, @Nullable Instant createdAt,
		List<String> branchLabels, List<String> dependsOn, boolean transactional, List<String> replaces) {

	RevisionHeader {
		downRevisions = List.copyOf(downRevisions);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
		replaces = List.copyOf(replaces);
	}

	/**
	 * Return the node of the graph.
	 * @return what the graph must know
	 */
	RevisionInfo toInfo() {
		return new RevisionInfo(this.id, this.downRevisions, this.dependsOn, new LinkedHashSet<>(this.branchLabels),
				this.message, this.createdAt, this.replaces);
	}

}
