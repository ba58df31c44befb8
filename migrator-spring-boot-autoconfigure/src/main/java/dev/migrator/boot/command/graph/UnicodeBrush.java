package dev.migrator.boot.command.graph;

/**
 * Paints lanes of the characters for boxes. Corners read best, but only slanted lines can
 * move several lanes aside in one row; such a row is slanted as a whole.
 */
final class UnicodeBrush implements LaneBrush {

	@Override
	public String straight(int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '│').text();
	}

	@Override
	public String node(int lane, int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '│').lane(lane, '●').text();
	}

	@Override
	public String fork(int lane, int lanes) {
		LaneRow row = new LaneRow(lanes + 1).lanes(0, lane + 1, '│');
		if (lane + 1 < lanes) {
			return row.leftOf(lane + 1, lanes + 1, '╲').text();
		}
		return row.lane(lane, '├').leftOf(lane + 1, '─').lane(lane + 1, '╮').text();
	}

	@Override
	public String beside(int lane, int lanes) {
		return new LaneRow(lanes).lanes(0, lanes, '│').lane(lane, '├').leftOf(lane + 1, '─').lane(lane + 1, '┤').text();
	}

	@Override
	public String join(int from, int into, boolean goesOn, int lanes) {
		LaneRow row = new LaneRow(lanes).lanes(0, from, '│').leftOf(into + 1, from, '─');
		if (goesOn || from + 1 == lanes) {
			row.lane(into, '├').leftOf(from, '─').lane(from, goesOn ? '┤' : '╯');
			return row.lanes(from + 1, lanes, '│').text();
		}
		return row.lane(into, (into + 1 < from) ? '├' : '│').leftOf(from, lanes, '╱').text();
	}

	@Override
	public String closeUp(int lane, int lanes) {
		LaneRow row = new LaneRow(lanes).lanes(0, lane, '│');
		if (lane + 2 < lanes) {
			return row.leftOf(lane + 1, lanes, '╱').text();
		}
		return row.lane(lane, '╭').leftOf(lane + 1, '─').lane(lane + 1, '╯').text();
	}

}
