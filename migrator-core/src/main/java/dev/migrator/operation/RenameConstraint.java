package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a constraint another name.
 *
 * @param table the table
 * @param name the constraint
 * @param newName its new name
 */
public record RenameConstraint(TableName table, String name, String newName) implements ConstraintOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameConstraint(this.table, this.newName, this.name));
	}

}
