package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the rows of the version table while a plan is made. There is a row for each
 * applied revision on which nothing applied stands.
 */
final class VersionRows {

	private final Topology topology;

	private final BitSet before;

	private final BitSet rows;

	/** How many applied revisions stand directly on each revision. */
	private final int[] appliedAbove;

	private final List<Step> steps = new ArrayList<>();

	VersionRows(Topology topology, BitSet rows) {
		this.topology = topology;
		this.before = rows;
		this.rows = (BitSet) rows.clone();
		this.appliedAbove = new int[topology.size()];
		topology.effective().ancestors(rows).stream().forEach((revision) -> {
			for (int lower : topology.effective().down()[revision]) {
				this.appliedAbove[lower]++;
			}
		});
	}

	/** Apply a revision all of whose lower ones are applied. */
	void upgrade(int revision) {
		Set<String> removed = new TreeSet<>();
		for (int lower : this.topology.effective().down()[revision]) {
			this.appliedAbove[lower]++;
			if (this.rows.get(lower)) {
				this.rows.clear(lower);
				removed.add(this.topology.id(lower));
			}
		}
		this.rows.set(revision);
		add(revision, Direction.UPGRADE, removed, Set.of(this.topology.id(revision)));
	}

	/** Revert a revision on which nothing applied stands. */
	void downgrade(int revision) {
		Set<String> added = new TreeSet<>();
		for (int lower : this.topology.effective().down()[revision]) {
			if (--this.appliedAbove[lower] == 0 && !this.rows.get(lower)) {
				this.rows.set(lower);
				added.add(this.topology.id(lower));
			}
		}
		this.rows.clear(revision);
		add(revision, Direction.DOWNGRADE, Set.of(this.topology.id(revision)), added);
	}

	private void add(int revision, Direction direction, Set<String> removed, Set<String> added) {
		this.steps.add(new Step(this.topology.revisions().get(revision), direction, removed, added));
	}

	Plan plan() {
		return new Plan(this.topology.ids(this.before), this.steps);
	}

}
