package dev.migrator.revision;

import java.util.BitSet;

/**
 * One kind of link between revisions, seen from both ends. Revisions are numbers: their
 * place in load order.
 *
 * @param down for each revision the ones it follows
 * @param up for each revision the ones that follow it
 */
@SuppressWarnings("ArrayRecordComponent") // private to the graph and never compared
record Edges(int[][] down, int[][] up) {

	static Edges of(int[][] down) {
		int[] count = new int[down.length];
		for (int[] lower : down) {
			for (int revision : lower) {
				count[revision]++;
			}
		}
		int[][] up = new int[down.length][];
		for (int revision = 0; revision < down.length; revision++) {
			up[revision] = new int[count[revision]];
		}
		int[] filled = new int[down.length];
		for (int revision = 0; revision < down.length; revision++) {
			for (int lower : down[revision]) {
				up[lower][filled[lower]++] = revision;
			}
		}
		return new Edges(down, up);
	}

	/** The given revisions and everything they stand on. */
	BitSet ancestors(BitSet revisions) {
		return reach(this.down, revisions);
	}

	BitSet ancestors(int revision) {
		return reach(this.down, only(revision));
	}

	/** The given revisions and everything that stands on them. */
	BitSet descendants(BitSet revisions) {
		return reach(this.up, revisions);
	}

	/** What a revision stands on, what stands on it, and itself. */
	BitSet lineage(int revision) {
		BitSet lineage = ancestors(revision);
		lineage.or(reach(this.up, only(revision)));
		return lineage;
	}

	/** The revisions of a set on which no other one of it stands. */
	BitSet tips(BitSet revisions) {
		BitSet lower = new BitSet();
		for (int revision = revisions.nextSetBit(0); revision >= 0; revision = revisions.nextSetBit(revision + 1)) {
			for (int below : this.down[revision]) {
				lower.set(below);
			}
		}
		BitSet tips = ancestors(lower);
		tips.flip(0, this.down.length);
		tips.and(revisions);
		return tips;
	}

	static BitSet only(int revision) {
		BitSet set = new BitSet();
		set.set(revision);
		return set;
	}

	private static BitSet reach(int[][] edges, BitSet starts) {
		BitSet reached = (BitSet) starts.clone();
		// Every revision is put on the stack once, when it is first reached.
		int[] stack = new int[edges.length];
		int size = 0;
		for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
			stack[size++] = start;
		}
		while (size > 0) {
			for (int next : edges[stack[--size]]) {
				if (!reached.get(next)) {
					reached.set(next);
					stack[size++] = next;
				}
			}
		}
		return reached;
	}

}
