package dev.migrator.script.draft;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a new revision.
 *
 * @param message what it does, or an empty text
 * @param head the symbol of what it follows: the word "head", an id or its beginning,
 * {@code label@head}; "base" for a new base, "heads" to merge
 * @param splice whether it may follow a revision that is no head
 * @param id its id, or {@code null} for a random one
 * @param branchLabels the labels of the branch that begins with it
 * @param dependsOn symbols of the revisions that must be applied before it
 */
public record RevisionRequest(String message, String head, boolean splice, @Nullable String id,
		List<String> branchLabels, List<String> dependsOn) {

	public RevisionRequest {
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

	/**
	 * Ask for a revision that follows the only head.
	 * @param message what it does
	 * @return the request
	 */
	public static RevisionRequest of(String message) {
		return new RevisionRequest(message, "head", false, null, List.of(), List.of());
	}

}
