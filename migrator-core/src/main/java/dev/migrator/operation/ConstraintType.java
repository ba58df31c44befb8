package dev.migrator.operation;

/**
 * The kinds of constraints.
 */
public enum ConstraintType {

	PRIMARY_KEY, FOREIGN_KEY, UNIQUE, CHECK

}
