package dev.migrator.revision;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of each revision, own and inherited. A label belongs to the revision that
 * declares it, to all its descendants, and to its ancestors back to the branch point or
 * merge point before it (source: Alembic's tutorial, "Working with Branches"). Only links
 * that shorten the way to the next label are kept, so that memory does not grow with the
 * number of labels times the number of revisions.
 */
final class BranchLabels {

	private static final int NONE = -1;

	private final Topology topology;

	/**
	 * The nearest revision at or below each one at which labels may join: one with
	 * labels, or a merge of lines with different labels.
	 */
	private final int[] below;

	/** The nearest revision above each one whose labels reach down to it. */
	private final int[] above;

	BranchLabels(Topology topology) {
		this.topology = topology;
		this.below = new int[topology.size()];
		this.above = new int[topology.size()];
		int[] oldestFirst = topology.oldestFirst();
		for (int revision : oldestFirst) {
			this.below[revision] = nearestBelow(revision);
		}
		for (int place = oldestFirst.length - 1; place >= 0; place--) {
			this.above[oldestFirst[place]] = nearestAbove(oldestFirst[place]);
		}
	}

	private int nearestBelow(int revision) {
		if (isLabelled(revision)) {
			return revision;
		}
		int nearest = NONE;
		for (int lower : this.topology.versioned().down()[revision]) {
			if (nearest != NONE && this.below[lower] != NONE && this.below[lower] != nearest) {
				return revision;
			}
			nearest = (this.below[lower] != NONE) ? this.below[lower] : nearest;
		}
		return nearest;
	}

	private int nearestAbove(int revision) {
		int[][] down = this.topology.versioned().down();
		int[] upper = this.topology.versioned().up()[revision];
		if (upper.length != 1 || down[revision].length > 1 || down[upper[0]].length > 1) {
			return NONE;
		}
		return isLabelled(upper[0]) ? upper[0] : this.above[upper[0]];
	}

	private boolean isLabelled(int revision) {
		return !this.topology.revisions().get(revision).branchLabels().isEmpty();
	}

	/** The labels of a revision, sorted. */
	Set<String> of(int revision) {
		Set<String> labels = new TreeSet<>();
		for (int upper = this.above[revision]; upper != NONE; upper = this.above[upper]) {
			labels.addAll(this.topology.revisions().get(upper).branchLabels());
		}
		BitSet seen = new BitSet();
		Deque<Integer> open = new ArrayDeque<>();
		open.push(revision);
		while (!open.isEmpty()) {
			int joint = this.below[open.pop()];
			if (joint != NONE && !seen.get(joint)) {
				seen.set(joint);
				labels.addAll(this.topology.revisions().get(joint).branchLabels());
				for (int lower : this.topology.versioned().down()[joint]) {
					open.push(lower);
				}
			}
		}
		return Collections.unmodifiableSet(labels);
	}

}
