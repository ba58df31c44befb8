package dev.migrator.revision;

/**
 * Which way a step goes.
 */
public enum Direction {

	/** A revision is applied. */
	UPGRADE("upgrade"),

	/** A revision is reverted. */
	DOWNGRADE("downgrade");

	private final String code;

	Direction(String code) {
		this.code = code;
	}

	/**
	 * Return the name of this direction as it stands in JSON and on the command line.
	 * @return {@code upgrade} or {@code downgrade}
	 */
	public String code() {
		return this.code;
	}

}
