package dev.migrator.boot.command.graph;

/**
 * Paints the rows of a drawing. Lanes are numbered from the left, and stand two columns
 * apart; a row that changes their number leads from those above it to those below.
 */
interface LaneBrush {

	/** All lanes go straight on. */
	String straight(int lanes);

	/** A revision stands in a lane. */
	String node(int lane, int lanes);

	/**
	 * A new lane leaves a lane to the right, where the others make way.
	 * @param lane the lane, which goes on
	 * @param lanes how many lanes there are above
	 */
	String fork(int lane, int lanes);

	/** A line leads from a lane, which goes on, into the next one to its right. */
	String beside(int lane, int lanes);

	/**
	 * A lane leads into another one to its left, behind those in between. If it ends
	 * there, those to its right close up.
	 * @param from the lane
	 * @param into the other one
	 * @param goesOn whether it also goes on
	 * @param lanes how many lanes there are above
	 */
	String join(int from, int into, boolean goesOn, int lanes);

	/**
	 * A lane has ended, and those to its right close up.
	 * @param lane the lane
	 * @param lanes how many lanes there are above
	 */
	String closeUp(int lane, int lanes);

}
