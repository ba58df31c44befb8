package dev.migrator;

import java.time.Instant;
import java.util.List;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * A revision as programs see it: its components in order are the fields of its JSON, on
 * the command line and in the endpoint alike.
 *
 * @param id the revision's id
 * @param downRevisions the ids of the revisions it follows
 * @param dependsOn what must be applied before it without being its down revision
 * @param branchLabels the labels declared here
 * @param message one line for people
 * @param createdAt when it was written, or {@code null} if it does not say
 * @param isHead whether no other revision follows it
 * @param isBranchPoint whether several revisions follow it
 * @param isMergePoint whether it follows several revisions
 * @param applied whether the database has it, or {@code null} if it could not be asked
 */
public record RevisionView(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels,
		String message, @Nullable Instant createdAt, boolean isHead, boolean isBranchPoint, boolean isMergePoint,
		@Nullable Boolean applied) {

	/**
	 * View a revision.
	 * @param revision what it says of itself
	 * @param graph the graph of the files, which need not have it
	 * @param applied whether the database has it, or {@code null} if it was not asked
	 * @return the view
	 */
	public static RevisionView of(RevisionInfo revision, RevisionGraph graph, @Nullable Boolean applied) {
		String id = revision.id();
		boolean known = graph.find(id).isPresent();
		return new RevisionView(id, revision.downRevisions(), revision.dependsOn(),
				List.copyOf(revision.branchLabels()), revision.message(), revision.createdAt(),
				known && graph.isHead(id), known && graph.isBranchPoint(id), revision.downRevisions().size() > 1,
				applied);
	}

}
