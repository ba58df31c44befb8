package dev.migrator.schema;

/**
 * When a constraint is checked that may wait until the transaction ends.
 */
public enum Deferral {

	/** By each statement, unless a transaction asks for it to wait. */
	INITIALLY_IMMEDIATE,

	/** When the transaction ends. */
	INITIALLY_DEFERRED

}
