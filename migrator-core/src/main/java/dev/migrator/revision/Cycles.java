package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Looks for cycles by taking away, again and again, revisions all of whose lower ones are
 * gone.
 */
final class Cycles {

	private final Edges edges;

	private final int[] waitingFor;

	private final int[] oldestFirst;

	private int sorted;

	Cycles(Edges edges) {
		this.edges = edges;
		int size = edges.down().length;
		this.waitingFor = new int[size];
		this.oldestFirst = new int[size];
		for (int revision = 0; revision < size; revision++) {
			this.waitingFor[revision] = edges.down()[revision].length;
			if (this.waitingFor[revision] == 0) {
				this.oldestFirst[this.sorted++] = revision;
			}
		}
		for (int next = 0; next < this.sorted; next++) {
			for (int upper : edges.up()[this.oldestFirst[next]]) {
				if (--this.waitingFor[upper] == 0) {
					this.oldestFirst[this.sorted++] = upper;
				}
			}
		}
	}

	/** The revisions such that each comes after all below it; only without a cycle. */
	int[] oldestFirst() {
		return this.oldestFirst;
	}

	/**
	 * Find a cycle.
	 * @return the revisions of one cycle, each followed by one that stands on it, or
	 * {@code null} if there is none
	 */
	@Nullable List<Integer> find() {
		if (this.sorted == this.waitingFor.length) {
			return null;
		}
		int revision = 0;
		while (this.waitingFor[revision] == 0) {
			revision++;
		}
		// Whatever is left stands on something left: going down must come round.
		int[] seenAt = new int[this.waitingFor.length];
		List<Integer> path = new ArrayList<>();
		while (seenAt[revision] == 0) {
			path.add(revision);
			seenAt[revision] = path.size();
			revision = left(revision);
		}
		List<Integer> cycle = new ArrayList<>(path.subList(seenAt[revision] - 1, path.size()));
		Collections.reverse(cycle);
		return cycle;
	}

	private int left(int revision) {
		for (int lower : this.edges.down()[revision]) {
			if (this.waitingFor[lower] > 0) {
				return lower;
			}
		}
		throw new IllegalStateException("A revision that is left stands on none that is");
	}

}
