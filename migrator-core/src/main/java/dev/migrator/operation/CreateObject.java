package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.StoredObject;

/**
 * Create a view, a function, a procedure or a trigger.
 *
 * @param object what to create
 */
public record CreateObject(StoredObject object) implements ObjectOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropObject(this.object.reference(), false, false, this.object));
	}

}
