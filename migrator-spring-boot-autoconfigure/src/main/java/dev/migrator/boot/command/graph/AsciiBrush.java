package dev.migrator.boot.command.graph;

/**
 * Paints lanes as {@code git log --graph} does. {@code *} is a revision and {@code |} a
 * lane that goes straight on. <code>\</code> comes from the lane to its left above and
 * leads to the one to its right below; {@code /} the other way round. {@code _} to the
 * left of a {@code /} takes it further, behind the lanes in between.
 */
final class AsciiBrush implements LaneBrush {

	@Override
	public String straight(int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '|').text();
	}

	@Override
	public String node(int lane, int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '|').lane(lane, '*').text();
	}

	@Override
	public String fork(int lane, int lanes) {
		return new LaneRow(lanes + 1).lanes(0, lane + 1, '|').leftOf(lane + 1, lanes + 1, '\\').text();
	}

	@Override
	public String beside(int lane, int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '|').leftOf(lane + 1, '\\').text();
	}

	@Override
	public String join(int from, int into, boolean goesOn, int lanes) {
		LaneRow row = new LaneRow(lanes).lanes(0, from, '|').leftOf(into + 1, from, '_').leftOf(from, '/');
		return (goesOn ? row.lanes(from, lanes, '|') : row.leftOf(from + 1, lanes, '/')).text();
	}

	@Override
	public String closeUp(int lane, int lanes) {
		return new LaneRow(lanes).lanes(0, lane, '|').leftOf(lane + 1, lanes, '/').text();
	}

}
