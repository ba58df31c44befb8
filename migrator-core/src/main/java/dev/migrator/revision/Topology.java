package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * The checked graph in numbers: a revision's number is its place in load order.
 *
 * @param revisions the revisions in load order
 * @param numbers the number of each id
 * @param names the number of each id and each branch label, sorted for prefix searches
 * @param versioned links by down revision
 * @param all links by down revision and by every dependency
 * @param effective links by down revision and by those dependencies that no ancestor has
 * declared already: they reach as far as all of them do
 * @param oldestFirst the numbers such that a revision comes after all it needs
 */
@SuppressWarnings("ArrayRecordComponent") // private to the graph and never compared
record Topology(List<RevisionInfo> revisions, Map<String, Integer> numbers, SortedMap<String, Integer> names,
		Edges versioned, Edges all, Edges effective, int[] oldestFirst) {

	int size() {
		return this.revisions.size();
	}

	String id(int revision) {
		return this.revisions.get(revision).id();
	}

	SortedSet<String> ids(BitSet revisions) {
		SortedSet<String> ids = new TreeSet<>();
		revisions.stream().forEach((revision) -> ids.add(id(revision)));
		return Collections.unmodifiableSortedSet(ids);
	}

	/** The numbers of ids that must exist. */
	BitSet numbers(Collection<String> ids) {
		BitSet set = new BitSet();
		for (String id : ids) {
			set.set(number(id));
		}
		return set;
	}

	int number(String id) {
		Integer number = this.numbers.get(id);
		if (number == null) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "There is no revision '" + id + "'.",
					"Give the full id of a revision; the heads are: " + Names.list(ids(heads())) + ".");
		}
		return number;
	}

	SortedSet<String> unknown(Collection<String> rows) {
		SortedSet<String> unknown = new TreeSet<>(rows);
		unknown.removeAll(this.numbers.keySet());
		return Collections.unmodifiableSortedSet(unknown);
	}

	/** The numbers of the version table's rows, all of which must exist. */
	BitSet rows(Collection<String> rows) {
		SortedSet<String> unknown = unknown(rows);
		if (!unknown.isEmpty()) {
			throw new MigratorException(ErrorCategory.UNKNOWN_REVISION,
					"The version table holds revisions that no file has: " + Names.list(unknown) + ".",
					"Bring their files back, or run a newer version of the application, "
							+ "or stamp the database anew with --purge.");
		}
		return numbers(rows);
	}

	/** Revisions that are nobody's down revision. */
	BitSet heads() {
		return without(this.versioned.up());
	}

	/** Heads on which no other revision depends either. */
	BitSet realHeads() {
		return without(this.all.up());
	}

	BitSet bases() {
		return without(this.versioned.down());
	}

	BitSet branchPoints() {
		return withSeveral(this.versioned.up());
	}

	BitSet mergePoints() {
		return withSeveral(this.versioned.down());
	}

	private static BitSet without(int[][] links) {
		BitSet found = new BitSet();
		for (int revision = 0; revision < links.length; revision++) {
			found.set(revision, links[revision].length == 0);
		}
		return found;
	}

	private static BitSet withSeveral(int[][] links) {
		BitSet found = new BitSet();
		for (int revision = 0; revision < links.length; revision++) {
			found.set(revision, links[revision].length > 1);
		}
		return found;
	}

}
