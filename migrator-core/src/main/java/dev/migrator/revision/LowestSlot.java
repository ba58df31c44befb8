package dev.migrator.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Finds, among the ends of the lines that {@link PlanOrder} follows, the first one that
 * stands on a given revision. As lines only get shorter, the answer for a revision can
 * only move back in the list: what was found before stays a lower bound, and only the
 * bounds on the way to the answer have to be looked at again.
 */
final class LowestSlot {

	static final int NONE = Integer.MAX_VALUE;

	private final int[][] up;

	private final BitSet open;

	private final int[] slots;

	private final int[] bounds;

	/**
	 * The end of a line that gave each bound: while it is open, or the line has moved on
	 * by the only way there was, the bound is exact.
	 */
	private final int[] witnesses;

	/** For each former end of a line the one it moved to, if it had no other way. */
	private final int[] movedTo;

	private final @Nullable PriorityQueue<Long>[] above;

	/**
	 * Start with the ends there are.
	 * @param effective links between revisions
	 * @param newestFirst the revisions in question, each before all it stands on
	 * @param open those of them that are not in the order yet; taken as a view
	 * @param slots for each revision that is the end of a line the place of the line in
	 * the list, else {@link #NONE}; taken as a view
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	LowestSlot(Edges effective, int[] newestFirst, BitSet open, int[] slots) {
		this.up = effective.up();
		this.open = open;
		this.slots = slots;
		this.bounds = new int[slots.length];
		this.witnesses = new int[slots.length];
		this.movedTo = new int[slots.length];
		Arrays.setAll(this.movedTo, (revision) -> revision);
		this.above = new PriorityQueue[slots.length];
		for (int revision : newestFirst) {
			settle(revision, slots[revision], revision);
			for (int upper : this.up[revision]) {
				if (open.get(upper) && this.bounds[upper] < this.bounds[revision]) {
					settle(revision, this.bounds[upper], this.witnesses[upper]);
				}
			}
		}
	}

	/** The first line whose end stands on a revision. */
	int above(int revision) {
		Deque<Integer> stack = new ArrayDeque<>();
		stack.push(revision);
		while (!stack.isEmpty()) {
			int place = stack.peek();
			int unsettled = settle(place, (place != revision) ? this.slots[place] : NONE);
			if (unsettled >= 0) {
				stack.push(unsettled);
			}
			else {
				stack.pop();
			}
		}
		int found = this.bounds[revision];
		if (this.slots[revision] < found) {
			// For what lies below, the revision's own line counts as well.
			settle(revision, this.slots[revision], revision);
		}
		return found;
	}

	/**
	 * Tell that a line moved on and that there was no other way down from its end:
	 * whatever the former end stood on, the new one is or stands on.
	 */
	void move(int formerEnd, int end) {
		this.movedTo[formerEnd] = end;
	}

	private int end(int witness) {
		int end = witness;
		while (this.movedTo[end] != end) {
			// Shortens the way for the next time.
			this.movedTo[end] = this.movedTo[this.movedTo[end]];
			end = this.movedTo[end];
		}
		return end;
	}

	/**
	 * Settle the bound of a revision, or tell whose bound must be settled first.
	 */
	private int settle(int revision, int own) {
		PriorityQueue<Long> queue = queue(revision);
		while (true) {
			Long first = queue.peek();
			while (first != null && !this.open.get(first.intValue())) {
				queue.poll();
				first = queue.peek();
			}
			int bound = (first != null) ? (int) (first >>> Integer.SIZE) : NONE;
			if (first == null || own <= bound) {
				settle(revision, own, revision);
				return -1;
			}
			int upper = first.intValue();
			int witness = end(this.witnesses[upper]);
			if (!this.open.get(witness)) {
				return upper;
			}
			if (this.bounds[upper] == bound) {
				settle(revision, bound, witness);
				return -1;
			}
			queue.poll();
			queue.add(entry(upper));
		}
	}

	private void settle(int revision, int bound, int witness) {
		this.bounds[revision] = bound;
		this.witnesses[revision] = witness;
	}

	private PriorityQueue<Long> queue(int revision) {
		PriorityQueue<Long> queue = this.above[revision];
		if (queue == null) {
			queue = new PriorityQueue<>(Math.max(1, this.up[revision].length));
			for (int upper : this.up[revision]) {
				if (this.open.get(upper)) {
					queue.add(entry(upper));
				}
			}
			this.above[revision] = queue;
		}
		return queue;
	}

	private long entry(int revision) {
		return ((long) this.bounds[revision] << Integer.SIZE) | revision;
	}

}
