package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * A range of revisions that one revision can replace: what stands on it stands on its
 * end, and it stands on what its start stands on.
 *
 * @param revisions the revisions, oldest first; the last one is the end
 * @param downRevisions what the start follows
 * @param dependsOn what the revisions depend on outside the range
 * @param branchLabels the labels declared in the range
 * @param replaces the ids of the revisions, and of those that they replace themselves,
 * oldest first
 */
public record SquashRange(List<RevisionInfo> revisions, List<String> downRevisions, List<String> dependsOn,
		Set<String> branchLabels, List<String> replaces) {

	public SquashRange {
		revisions = List.copyOf(revisions);
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = Collections.unmodifiableSet(new LinkedHashSet<>(branchLabels));
		replaces = List.copyOf(replaces);
	}

	/**
	 * Find the revisions of a range, and check that one revision can replace them.
	 * @param graph all revisions
	 * @param range from the first to the last revision; from the base if the first is
	 * left out
	 * @return the range
	 * @throws MigratorException {@code NOT_ANCESTOR} if the range is not closed:
	 * something outside stands on its middle, or its middle on something outside; and as
	 * {@link RevisionGraph#history(String, String, Collection)}
	 */
	public static SquashRange of(RevisionGraph graph, RevisionRange range) {
		String end = one(graph, (range.to().isEmpty()) ? "head" : range.to());
		SortedSet<String> start = (range.from().isEmpty()) ? Collections.emptySortedSet() : graph.resolve(range.from());
		Map<String, RevisionInfo> inside = new LinkedHashMap<>();
		List<RevisionInfo> newestFirst = graph.history(range.from(), end, List.of());
		for (int i = newestFirst.size() - 1; i >= 0; i--) {
			inside.put(newestFirst.get(i).id(), newestFirst.get(i));
		}
		if (inside.size() < 2) {
			throw new MigratorException(ErrorCategory.NOT_ANCESTOR,
					"There is only one revision to squash: %s.".formatted(end),
					"Name the first and the last of several, as in 'migrator squash <first>:<last>'.");
		}
		inside.values().forEach((revision) -> checkClosed(graph, inside, start, end, revision));
		return new SquashRange(List.copyOf(inside.values()),
				(start.isEmpty()) ? List.of() : graph.get(start.first()).downRevisions(), dependencies(graph, inside),
				labels(inside.values()), replaced(inside.values()));
	}

	private static String one(RevisionGraph graph, String symbol) {
		SortedSet<String> ids = graph.resolve(symbol);
		if (ids.size() != 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"A squash ends at one revision, and '%s' names %d.".formatted(symbol, ids.size()),
					"Name the last revision of the range.");
		}
		return ids.first();
	}

	private static void checkClosed(RevisionGraph graph, Map<String, RevisionInfo> inside, SortedSet<String> start,
			String end, RevisionInfo revision) {
		String id = revision.id();
		if (!start.contains(id)) {
			for (String down : revision.downRevisions()) {
				if (!inside.containsKey(down)) {
					throw open("Revision %s of the range follows %s, which is outside".formatted(id, down));
				}
			}
		}
		if (!id.equals(end)) {
			List<String> above = new ArrayList<>(graph.children(id));
			above.addAll(graph.dependedOnBy(id));
			for (String upper : above) {
				if (!inside.containsKey(upper)) {
					throw open("Revision %s stands on %s, which is in the middle of the range".formatted(upper, id));
				}
			}
		}
	}

	private static MigratorException open(String problem) {
		return new MigratorException(ErrorCategory.NOT_ANCESTOR, problem + ", so that no one revision can replace it.",
				"Squash a range that begins at one revision and ends at one, with nothing else on its middle.");
	}

	private static List<String> dependencies(RevisionGraph graph, Map<String, RevisionInfo> inside) {
		Set<String> outside = new LinkedHashSet<>();
		for (RevisionInfo revision : inside.values()) {
			for (String name : revision.dependsOn()) {
				if (!inside.containsKey(graph.resolve(name).first())) {
					outside.add(name);
				}
			}
		}
		return List.copyOf(outside);
	}

	private static Set<String> labels(Collection<RevisionInfo> inside) {
		Set<String> labels = new LinkedHashSet<>();
		inside.forEach((revision) -> labels.addAll(revision.branchLabels()));
		return labels;
	}

	private static List<String> replaced(Collection<RevisionInfo> inside) {
		List<String> replaced = new ArrayList<>();
		for (RevisionInfo revision : inside) {
			replaced.addAll(revision.replaces());
			replaced.add(revision.id());
		}
		return replaced;
	}

}
