package dev.migrator.execution;

import java.util.Locale;

/**
 * How far a revision came.
 */
public enum HistoryState {

	/** It began, and nobody wrote that it ended. */
	STARTED,

	/** It ended well. */
	DONE,

	/** A statement of it failed, where earlier ones had been committed. */
	FAILED;

	/**
	 * Return the state as it stands in the table and in JSON.
	 * @return the name in lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static HistoryState of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
