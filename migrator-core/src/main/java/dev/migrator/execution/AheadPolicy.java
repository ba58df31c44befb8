package dev.migrator.execution;

/**
 * What to do where the database is at a revision that only a newer application has.
 */
public enum AheadPolicy {

	/** Say so in the log. */
	WARN,

	/** Refuse to go on. */
	FAIL

}
