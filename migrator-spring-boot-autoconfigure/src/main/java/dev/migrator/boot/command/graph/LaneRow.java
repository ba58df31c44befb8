package dev.migrator.boot.command.graph;

import java.util.Arrays;

/**
 * The characters of one row while it is painted. The characters of a lane have even
 * columns; what lies between it and its left neighbour has the column before.
 */
final class LaneRow {

	private final char[] columns;

	LaneRow(int lanes) {
		this.columns = new char[Math.max(0, 2 * lanes - 1)];
		Arrays.fill(this.columns, ' ');
	}

	LaneRow lane(int lane, char character) {
		this.columns[2 * lane] = character;
		return this;
	}

	LaneRow lanes(int from, int to, char character) {
		for (int lane = from; lane < to; lane++) {
			this.columns[2 * lane] = character;
		}
		return this;
	}

	LaneRow leftOf(int lane, char character) {
		this.columns[2 * lane - 1] = character;
		return this;
	}

	/** Fill what lies to the left of each of some lanes. */
	LaneRow leftOf(int from, int to, char character) {
		for (int lane = from; lane < to; lane++) {
			this.columns[2 * lane - 1] = character;
		}
		return this;
	}

	String text() {
		return new String(this.columns).stripTrailing();
	}

}
