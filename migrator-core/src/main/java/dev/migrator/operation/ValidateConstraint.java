package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Check the rows that were not checked when a constraint was added.
 *
 * @param table the table
 * @param name the constraint
 */
public record ValidateConstraint(TableName table, String name) implements ConstraintOperation {

}
