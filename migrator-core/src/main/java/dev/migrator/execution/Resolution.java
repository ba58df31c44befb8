package dev.migrator.execution;

import java.util.Locale;

/**
 * What a person found out about a revision that began and did not end.
 */
public enum Resolution {

	/** The statement in doubt took effect. */
	APPLIED,

	/** The statement in doubt did not take effect. */
	REDO,

	/** All that the revision did was undone by hand. */
	RESTART;

	/**
	 * Return the word of the command line.
	 * @return the name in lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
