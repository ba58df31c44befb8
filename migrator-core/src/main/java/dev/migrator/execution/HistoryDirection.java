package dev.migrator.execution;

import java.util.Locale;

import dev.migrator.revision.Direction;

/**
 * What was done with a revision.
 */
public enum HistoryDirection {

	/** It was applied. */
	UPGRADE,

	/** It was reverted. */
	DOWNGRADE,

	/** The version table was set to it, and nothing was run. */
	STAMP;

	/**
	 * Return the direction as it stands in the table and in JSON.
	 * @return the name in lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static HistoryDirection of(Direction direction) {
		return (direction == Direction.UPGRADE) ? UPGRADE : DOWNGRADE;
	}

	static HistoryDirection of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
