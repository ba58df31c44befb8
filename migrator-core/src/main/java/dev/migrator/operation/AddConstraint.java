package dev.migrator.operation;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;

/**
 * Add a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(TableName table, Constraint constraint) implements Operation {

}
