package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Graphs for tests.
 */
final class Revisions {

	private Revisions() {
	}

	static RevisionInfo revision(String id, String... down) {
		return new RevisionInfo(id, List.of(down), List.of(), Set.of(), "revision " + id, null);
	}

	static RevisionInfo labelled(RevisionInfo revision, String... labels) {
		return new RevisionInfo(revision.id(), revision.downRevisions(), revision.dependsOn(),
				new LinkedHashSet<>(Arrays.asList(labels)), revision.message(), revision.createdAt());
	}

	static RevisionInfo dependent(RevisionInfo revision, String... dependsOn) {
		return new RevisionInfo(revision.id(), revision.downRevisions(), List.of(dependsOn), revision.branchLabels(),
				revision.message(), revision.createdAt());
	}

	static RevisionGraph graph(RevisionInfo... revisions) {
		return RevisionGraph.of(List.of(revisions));
	}

	/**
	 * Two branches {@code core} and {@code shop} from one base, and a second base
	 * {@code blog} whose second revision depends on the head of {@code core}.
	 */
	static RevisionGraph branches() {
		return graph(revision("aaaa1"), revision("bbbb1", "aaaa1"), labelled(revision("core1", "bbbb1"), "core"),
				labelled(revision("shop1", "bbbb1"), "shop"), revision("shop2", "shop1"),
				labelled(revision("blog1"), "blog"), dependent(revision("blog2", "blog1"), "core1"));
	}

	/**
	 * A graph with branches, merges, several bases, dependencies and labels.
	 * @param size how many revisions
	 * @param seed the same seed gives the same graph
	 * @return the revisions in an arbitrary load order
	 */
	static List<RevisionInfo> random(int size, long seed) {
		Random random = new Random(seed);
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int number = 0; number < size; number++) {
			Set<String> down = new LinkedHashSet<>();
			Set<String> dependsOn = new TreeSet<>();
			if (number > 0 && random.nextInt(10) > 0) {
				down.add("id" + (number - 1 - random.nextInt(Math.min(number, 4))));
				for (int more = random.nextInt(8); more > 5; more--) {
					down.add("id" + random.nextInt(number));
				}
			}
			if (number > 0 && random.nextInt(5) == 0) {
				dependsOn.add("id" + random.nextInt(number));
				dependsOn.add("id" + random.nextInt(number));
			}
			Set<String> labels = (random.nextInt(6) == 0) ? Set.of("label" + number) : Set.of();
			revisions.add(new RevisionInfo("id" + number, List.copyOf(down), List.copyOf(dependsOn), labels,
					"revision " + number, null));
		}
		Collections.shuffle(revisions, random);
		return revisions;
	}

}
