package dev.migrator.execution;

import java.util.Locale;

/**
 * How a database and the files stand to each other.
 */
public enum DatabaseStatus {

	/** All revisions are applied. */
	UP_TO_DATE,

	/** Some revisions are not applied. */
	PENDING,

	/** All revisions are applied, and some that only a newer application has. */
	AHEAD,

	/** Some are not applied, and some are that only another application has. */
	DIVERGED;

	/**
	 * Return the status as it stands in JSON.
	 * @return the name in lower case, words joined by hyphens
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
