package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Revisions of which some replace others, as one database sees them. Where the database
 * is among the replaced revisions, these count, so that it can go on to their end;
 * everywhere else the one that replaces them counts, and their end is its other name.
 *
 * @param graph the graph of the revisions that count
 * @param replacements the revision that counts, by the end of the range that it replaces
 * @param replaced the revisions that do not count because another one replaces them
 */
public record SquashedGraph(RevisionGraph graph, Map<String, String> replacements, Set<String> replaced) {

	public SquashedGraph {
		replacements = Map.copyOf(replacements);
		replaced = Set.copyOf(replaced);
	}

	/**
	 * Choose the revisions that count.
	 * @param revisions all revisions, in load order
	 * @param rows the rows of the version table
	 * @param begun the revisions that began and did not end, which must go on
	 * @return the graph of those that count
	 * @throws MigratorException {@code INVALID_REVISION} if replacements contradict each
	 * other or the other revisions, {@code UNKNOWN_REVISION} if the database is among
	 * replaced revisions that are not there; and as {@link RevisionGraph#of(Collection)}
	 */
	public static SquashedGraph of(Collection<RevisionInfo> revisions, Collection<String> rows,
			Collection<String> begun) {
		return new Choice(revisions, Set.copyOf(rows), Set.copyOf(begun)).choose();
	}

	/**
	 * Return whether a database is among the replaced revisions, so that another graph
	 * counts for it.
	 * @param rows the rows of its version table
	 * @param begun the revisions that began and did not end
	 * @return whether a row is a replaced revision and not the end of its range, or a
	 * replaced revision began
	 */
	public boolean isWithinReplaced(Collection<String> rows, Collection<String> begun) {
		return rows.stream().anyMatch((row) -> this.replaced.contains(row) && !this.replacements.containsKey(row))
				|| begun.stream().anyMatch(this.replaced::contains);
	}

	/**
	 * Say rows by the revisions that count.
	 * @param rows the rows of the version table
	 * @return the rows, in which each end of a replaced range goes by the name of what
	 * replaces it
	 */
	public SortedSet<String> renamed(Collection<String> rows) {
		return rows.stream()
			.map((row) -> this.replacements.getOrDefault(row, row))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Takes replacements one after the other, those that replace others first.
	 */
	private static final class Choice {

		private final Map<String, RevisionInfo> counting = new LinkedHashMap<>();

		private final Map<String, String> replacements = new HashMap<>();

		private final Map<String, String> replacedBy = new HashMap<>();

		private final Collection<RevisionInfo> all;

		private final Set<String> rows;

		private final Set<String> begun;

		Choice(Collection<RevisionInfo> all, Set<String> rows, Set<String> begun) {
			this.all = all;
			this.rows = rows;
			this.begun = begun;
			all.forEach((revision) -> this.counting.put(revision.id(), revision));
		}

		SquashedGraph choose() {
			List<RevisionInfo> squashes = this.all.stream()
				.filter((revision) -> !revision.replaces().isEmpty())
				.toList();
			if (squashes.isEmpty()) {
				// With two of one id, the graph says so.
				return new SquashedGraph(RevisionGraph.of(this.all), Map.of(), Set.of());
			}
			for (RevisionInfo squash : outerFirst(squashes)) {
				if (this.counting.containsKey(squash.id())) {
					decide(squash);
				}
			}
			return new SquashedGraph(RevisionGraph.of(linked()), this.replacements, this.replacedBy.keySet());
		}

		// What replaces more has been written later.
		private static List<RevisionInfo> outerFirst(List<RevisionInfo> squashes) {
			List<RevisionInfo> sorted = new ArrayList<>(squashes);
			sorted.sort((left, right) -> Integer.compare(right.replaces().size(), left.replaces().size()));
			return sorted;
		}

		private void decide(RevisionInfo squash) {
			List<String> replaced = squash.replaces();
			String end = replaced.get(replaced.size() - 1);
			List<String> within = replaced.stream()
				.filter((id) -> this.begun.contains(id) || (!id.equals(end) && this.rows.contains(id)))
				.toList();
			if (within.isEmpty()) {
				replace(squash, end);
			}
			else {
				requireAll(squash, within);
				this.counting.remove(squash.id());
			}
		}

		private void replace(RevisionInfo squash, String end) {
			for (String id : squash.replaces()) {
				String other = this.replacedBy.putIfAbsent(id, squash.id());
				if (other != null || id.equals(squash.id())) {
					throw invalid("Revision %s replaces %s, %s.".formatted(squash.id(), id,
							(other != null) ? "which " + other + " replaces, too" : "which is itself"));
				}
				this.counting.remove(id);
			}
			this.replacements.put(end, squash.id());
		}

		private void requireAll(RevisionInfo squash, List<String> within) {
			List<String> missing = squash.replaces().stream().filter((id) -> !this.counting.containsKey(id)).toList();
			if (!missing.isEmpty()) {
				throw new MigratorException(ErrorCategory.UNKNOWN_REVISION,
						"The database is at %s, which revision %s replaces, and of what it replaces %s missing: %s."
							.formatted(String.join(", ", within), squash.id(),
									(missing.size() == 1) ? "this file is" : "these files are",
									String.join(", ", missing)),
						"Upgrade the database first with a version of the application that has them.");
			}
		}

		private List<RevisionInfo> linked() {
			return this.counting.values().stream().map(this::linked).toList();
		}

		private RevisionInfo linked(RevisionInfo revision) {
			return new RevisionInfo(revision.id(), linked(revision, revision.downRevisions()),
					linked(revision, revision.dependsOn()), revision.branchLabels(), revision.message(),
					revision.createdAt(), revision.replaces());
		}

		private List<String> linked(RevisionInfo revision, List<String> ids) {
			return ids.stream().map((id) -> linked(revision, id)).distinct().toList();
		}

		private String linked(RevisionInfo revision, String id) {
			String squash = this.replacedBy.get(id);
			if (squash == null) {
				return id;
			}
			if (!this.replacements.containsKey(id)) {
				throw invalid("Revision %s stands on %s, which revision %s replaces in the middle of its range."
					.formatted(revision.id(), id, squash));
			}
			return squash;
		}

		private static MigratorException invalid(String problem) {
			return new MigratorException(ErrorCategory.INVALID_REVISION, problem,
					"Squash ranges on whose end alone others stand, and name what a squash replaces by the squash.");
		}

	}

}
