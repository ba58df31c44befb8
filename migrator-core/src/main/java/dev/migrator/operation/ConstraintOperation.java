package dev.migrator.operation;

/**
 * What is done to a constraint of a table.
 */
public sealed interface ConstraintOperation extends Operation
		permits AddConstraint, DropConstraint, RenameConstraint, ValidateConstraint {

}
