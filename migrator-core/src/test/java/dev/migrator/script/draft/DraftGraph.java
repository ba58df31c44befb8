package dev.migrator.script.draft;

import java.util.Arrays;
import java.util.List;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.script.RevisionHeader;

/**
 * Graphs for tests.
 */
final class DraftGraph {

	private DraftGraph() {
	}

	/**
	 * {@code aaaa1} and {@code bbbb1}; on that the branches {@code core} with one
	 * revision and {@code shop} with two; and a base {@code blog1} whose second revision
	 * depends on the head of {@code core}.
	 */
	static RevisionGraph branches() {
		return graph(info("aaaa1", List.of(), "", ""), info("bbbb1", List.of("aaaa1"), "", ""),
				info("core1", List.of("bbbb1"), "core", ""), info("shop1", List.of("bbbb1"), "shop", ""),
				info("shop2", List.of("shop1"), "", ""), info("blog1", List.of(), "blog", ""),
				info("blog2", List.of("blog1"), "", "core1"));
	}

	/** Revisions of which each follows the one before. */
	static RevisionGraph line(String... ids) {
		RevisionInfo[] revisions = new RevisionInfo[ids.length];
		for (int i = 0; i < ids.length; i++) {
			revisions[i] = info(ids[i], (i > 0) ? List.of(ids[i - 1]) : List.of(), "", "");
		}
		return graph(revisions);
	}

	static RevisionGraph graph(RevisionInfo... revisions) {
		return RevisionGraph.of(Arrays.asList(revisions));
	}

	static RevisionInfo info(String id, List<String> down, String label, String dependsOn) {
		return new RevisionHeader(id, down, "revision " + id, null, list(label), list(dependsOn), true, List.of())
			.toInfo();
	}

	private static List<String> list(String name) {
		return name.isEmpty() ? List.of() : List.of(name);
	}

}
