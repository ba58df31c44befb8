package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Drop a constraint of a table.
 *
 * @param table the table
 * @param name the constraint
 * @param type its kind, which some databases must know
 * @param ifExists whether its absence is no error
 */
public record DropConstraint(TableName table, String name, ConstraintType type, boolean ifExists) implements Operation {

}
