package dev.migrator.script.draft;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a merge.
 *
 * @param revisions symbols of the revisions to join: ids or their beginnings, labels, or
 * {@code heads}
 * @param message what is merged, or an empty text for one that names the revisions
 * @param splice whether it may follow revisions that are no heads
 * @param id its id, or {@code null} for a random one
 * @param branchLabels the labels of the branch that begins with it
 */
public record MergeRequest(List<String> revisions, String message, boolean splice, @Nullable String id,
		List<String> branchLabels) {

	public MergeRequest {
		revisions = List.copyOf(revisions);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * Ask to join all heads.
	 * @return the request
	 */
	public static MergeRequest ofHeads() {
		return new MergeRequest(List.of("heads"), "", false, null, List.of());
	}

}
