package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes that are open at one place of a drawing, and the rows that lead from there to
 * the next. A lane waits for one revision and ends at it; no two wait for the same one,
 * except in the rows between a revision and the next.
 */
final class Lanes {

	private static final int NONE = -1;

	private final LaneBrush brush;

	private final List<String> awaited = new ArrayList<>();

	/** The lane of the latest revision. */
	private int latest = NONE;

	/** Whether the last row is the one with the latest revision. */
	private boolean directlyBelow;

	Lanes(LaneBrush brush) {
		this.brush = brush;
	}

	/**
	 * Draw a revision in the lane that waits for it, or else in a new one.
	 * @param id the revision's id
	 * @return its row, and before it one without it if the revision above would seem to
	 * lead to it
	 */
	List<String> node(String id) {
		List<String> rows = new ArrayList<>();
		int lane = this.awaited.indexOf(id);
		if (lane == NONE) {
			lane = this.awaited.size();
			if (this.directlyBelow && lane == this.latest) {
				rows.add(straight());
			}
			this.awaited.add(id);
		}
		rows.add(this.brush.node(lane, this.awaited.size()));
		this.latest = lane;
		this.directlyBelow = true;
		return rows;
	}

	/**
	 * Lead the lane of the latest revision to what that follows.
	 * @param down the ids of those of its down revisions that are still to be drawn
	 * @return the rows, none if the lane goes straight on or ends without others to its
	 * right
	 */
	List<String> follow(List<String> down) {
		List<String> rows = new ArrayList<>();
		List<String> open = new ArrayList<>(down);
		if (open.isEmpty()) {
			end(rows);
		}
		else {
			joinThoseToTheLeft(open, rows);
			joinTheOneBeside(open, rows);
			forkFor(open, rows);
			joinThoseFurtherRight(open, rows);
		}
		this.directlyBelow = rows.isEmpty();
		return rows;
	}

	/**
	 * Lead all lanes straight on.
	 * @return the row, empty without lanes
	 */
	String straight() {
		this.directlyBelow = false;
		return this.brush.straight(this.awaited.size());
	}

	private void end(List<String> rows) {
		if (this.latest + 1 < this.awaited.size()) {
			rows.add(this.brush.closeUp(this.latest, this.awaited.size()));
		}
		this.awaited.remove(this.latest);
	}

	/** The last of them takes the own lane along. */
	private void joinThoseToTheLeft(List<String> open, List<String> rows) {
		for (String id : List.copyOf(open)) {
			int lane = this.awaited.indexOf(id);
			if (lane != NONE && lane < this.latest) {
				open.remove(id);
				rows.add(this.brush.join(this.latest, lane, !open.isEmpty(), this.awaited.size()));
			}
		}
		if (open.isEmpty()) {
			this.awaited.remove(this.latest);
		}
	}

	private void joinTheOneBeside(List<String> open, List<String> rows) {
		int beside = this.latest + 1;
		if (open.size() > 1 && beside < this.awaited.size() && open.remove(this.awaited.get(beside))) {
			rows.add(this.brush.beside(this.latest, this.awaited.size()));
		}
	}

	/** The own lane becomes one for each revision, from left to right. */
	private void forkFor(List<String> open, List<String> rows) {
		for (int place = 0; place < open.size(); place++) {
			if (place == 0) {
				this.awaited.set(this.latest, open.get(0));
			}
			else {
				rows.add(this.brush.fork(this.latest + place - 1, this.awaited.size()));
				this.awaited.add(this.latest + place, open.get(place));
			}
		}
	}

	/** Lanes that waited for the same revisions before come here. */
	private void joinThoseFurtherRight(List<String> open, List<String> rows) {
		for (int place = 0; place < open.size(); place++) {
			int own = this.latest + place;
			int other = this.awaited.lastIndexOf(open.get(place));
			if (other > own) {
				rows.add(this.brush.join(other, own, false, this.awaited.size()));
				this.awaited.remove(other);
			}
		}
	}

}
