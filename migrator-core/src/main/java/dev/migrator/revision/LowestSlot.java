package dev.migrator.revision;

import java.util.ArrayDeque;
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

	private final int[] exactAt;

	private final @Nullable PriorityQueue<Long>[] above;

	private int query;

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
		this.exactAt = new int[slots.length];
		this.above = new PriorityQueue[slots.length];
		for (int revision : newestFirst) {
			int bound = slots[revision];
			for (int upper : this.up[revision]) {
				if (open.get(upper)) {
					bound = Math.min(bound, this.bounds[upper]);
				}
			}
			this.bounds[revision] = bound;
		}
	}

	/** The first line whose end stands on a revision. */
	int above(int revision) {
		this.query++;
		Deque<Integer> stack = new ArrayDeque<>();
		stack.push(revision);
		while (!stack.isEmpty()) {
			int place = stack.peek();
			int own = (place != revision) ? this.slots[place] : NONE;
			int next = firstAbove(place, own);
			if (next >= 0) {
				stack.push(next);
			}
			else {
				this.exactAt[place] = this.query;
				stack.pop();
			}
		}
		int found = this.bounds[revision];
		// For what lies below, the revision's own line counts as well.
		this.bounds[revision] = Math.min(found, this.slots[revision]);
		return found;
	}

	/**
	 * Settle the bound of a revision, or tell whose bound must be settled first.
	 */
	private int firstAbove(int revision, int own) {
		PriorityQueue<Long> queue = queue(revision);
		while (true) {
			Long first = queue.peek();
			while (first != null && !this.open.get(first.intValue())) {
				queue.poll();
				first = queue.peek();
			}
			int bound = (first != null) ? (int) (first >>> Integer.SIZE) : NONE;
			if (first == null || own <= bound) {
				this.bounds[revision] = Math.min(own, bound);
				return -1;
			}
			int upper = first.intValue();
			if (this.exactAt[upper] != this.query) {
				return upper;
			}
			if (this.bounds[upper] == bound) {
				this.bounds[revision] = bound;
				return -1;
			}
			queue.poll();
			queue.add(entry(upper));
		}
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
