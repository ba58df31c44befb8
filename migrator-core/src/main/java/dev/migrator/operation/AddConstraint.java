package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;

/**
 * Add a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(TableName table, Constraint constraint) implements ConstraintOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.constraint.name())
			.map((name) -> new DropConstraint(this.table, name, ConstraintType.of(this.constraint), false, false,
					this.constraint));
	}

}
