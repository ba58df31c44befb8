package dev.migrator.operation;

import dev.migrator.schema.Constraint;

/**
 * The kinds of constraints.
 */
public enum ConstraintType {

	PRIMARY_KEY, FOREIGN_KEY, UNIQUE, CHECK, EXCLUSION;

	/**
	 * Return what kind a constraint is of.
	 * @param constraint the constraint
	 * @return its kind
	 */
	public static ConstraintType of(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey) {
			return PRIMARY_KEY;
		}
		if (constraint instanceof Constraint.ForeignKey) {
			return FOREIGN_KEY;
		}
		if (constraint instanceof Constraint.Unique) {
			return UNIQUE;
		}
		return (constraint instanceof Constraint.Check) ? CHECK : EXCLUSION;
	}

}
