package dev.migrator.execution;

/**
 * What to do about a revision that was edited after it had been applied.
 */
public enum ChangedPolicy {

	/** Say so in the log. */
	WARN,

	/** Refuse to go on. */
	FAIL,

	/** Do not even look. */
	IGNORE

}
