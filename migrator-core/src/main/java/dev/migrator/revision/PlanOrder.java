package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings revisions into the order in which they are reverted: newest first, each before
 * all it needs. There are many such orders; this is Alembic's, so that a plan reads the
 * same in both: begin at the end of the line that was loaded first and stay on a line
 * until something not yet in the order stands on its next revision; then go on with the
 * first line that leads there.
 */
final class PlanOrder {

	private static final int NONE = -1;

	private final Edges effective;

	/** What is to be ordered. */
	private final BitSet revisions;

	/**
	 * What is not in the order yet, with the revisions that lie between others without
	 * being asked for: they hold back what is below them, too.
	 */
	private final BitSet open;

	private final int[] waitingFor;

	private final int[] slots;

	/** The lines as a linked list: the end of each, and its neighbours. */
	private final int[] ends;

	private final int[] before;

	private final int[] after;

	private int first = NONE;

	private int last = NONE;

	private int lines;

	private final int[] ordered;

	private int size;

	/** Waits for revisions in between; empty between two releases. */
	private final int[] stack;

	private final List<Integer> detached = new ArrayList<>();

	private PlanOrder(Topology topology, BitSet revisions, BitSet ends) {
		this.effective = topology.effective();
		this.revisions = revisions;
		this.open = this.effective.ancestors(revisions);
		this.open.and(this.effective.descendants(revisions));
		this.waitingFor = new int[topology.size()];
		this.slots = new int[topology.size()];
		int count = revisions.cardinality();
		this.ends = new int[count];
		this.before = new int[count];
		this.after = new int[count];
		this.ordered = new int[count];
		this.stack = new int[topology.size()];
		Arrays.fill(this.slots, LowestSlot.NONE);
		this.open.stream().forEach((revision) -> {
			for (int lower : this.effective.down()[revision]) {
				this.waitingFor[lower]++;
			}
		});
		revisions.stream()
			.filter((revision) -> ends.get(revision) || this.waitingFor[revision] == 0)
			.forEach(this::beginLine);
	}

	/**
	 * Order revisions.
	 * @param topology the graph
	 * @param revisions what to order
	 * @param ends where lines end: the targets of an upgrade, the rows before a downgrade
	 * @return the revisions, newest first
	 */
	static int[] newestFirst(Topology topology, BitSet revisions, BitSet ends) {
		return new PlanOrder(topology, revisions, ends).run(topology.oldestFirst());
	}

	private int[] run(int[] oldestFirst) {
		int[] newestFirst = IntStream.range(0, oldestFirst.length)
			.map((place) -> oldestFirst[oldestFirst.length - 1 - place])
			.filter(this.open::get)
			.toArray();
		LowestSlot lowestSlot = new LowestSlot(this.effective, newestFirst, this.open, this.slots);
		int line = this.first;
		while (line != NONE) {
			int revision = this.ends[line];
			if (this.waitingFor[revision] > 0) {
				line = lowestSlot.above(revision);
			}
			else {
				this.ordered[this.size++] = revision;
				this.slots[revision] = LowestSlot.NONE;
				release(revision);
				boolean moved = shorten(line, revision);
				if (moved && this.effective.down()[revision].length == 1) {
					lowestSlot.move(revision, this.ends[line]);
				}
				line = beginDetached(moved ? line : endLine(line));
			}
		}
		return this.ordered;
	}

	/** Take a revision out of the open ones, and those in between that only it held. */
	private void release(int released) {
		int height = 0;
		this.stack[height++] = released;
		while (height > 0) {
			int revision = this.stack[--height];
			this.open.clear(revision);
			for (int lower : this.effective.down()[revision]) {
				if (--this.waitingFor[lower] > 0 || !this.open.get(lower)) {
					continue;
				}
				if (!this.revisions.get(lower)) {
					this.stack[height++] = lower;
				}
				else if (revision != released) {
					this.detached.add(lower);
				}
			}
		}
	}

	/** Begin lines at revisions to which no line led through the ones asked for. */
	private int beginDetached(int line) {
		for (int revision : this.detached) {
			if (this.slots[revision] == LowestSlot.NONE) {
				beginLine(revision);
			}
		}
		this.detached.clear();
		return (line != NONE) ? line : this.first;
	}

	/** Move the end of a line down and tell whether there was somewhere to move to. */
	private boolean shorten(int line, int revision) {
		boolean moved = false;
		for (int lower : this.effective.down()[revision]) {
			if (this.revisions.get(lower) && this.slots[lower] == LowestSlot.NONE) {
				if (moved) {
					beginLine(lower);
				}
				else {
					this.ends[line] = lower;
					this.slots[lower] = line;
					moved = true;
				}
			}
		}
		return moved;
	}

	private void beginLine(int end) {
		int line = this.lines++;
		this.ends[line] = end;
		this.slots[end] = line;
		this.before[line] = this.last;
		this.after[line] = NONE;
		if (this.last != NONE) {
			this.after[this.last] = line;
		}
		else {
			this.first = line;
		}
		this.last = line;
	}

	/** Take a line out of the list and return the one to go on with. */
	private int endLine(int line) {
		int before = this.before[line];
		int after = this.after[line];
		if (before != NONE) {
			this.after[before] = after;
		}
		else {
			this.first = after;
		}
		if (after != NONE) {
			this.before[after] = before;
		}
		else {
			this.last = before;
		}
		return (before != NONE) ? before : after;
	}

}
