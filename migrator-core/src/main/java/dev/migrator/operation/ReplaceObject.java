package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Put a view, a function, a procedure or a trigger in place of one of that name.
 *
 * @param object the new one
 * @param recreate whether to drop the old one first, where the database does not change
 * one into the other, such as a view that loses a column in PostgreSQL
 * @param former the old one, or {@code null} if it is not known
 */
public record ReplaceObject(StoredObject object, boolean recreate,
		@Nullable StoredObject former) implements ObjectOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.former).map((before) -> new ReplaceObject(before, this.recreate, this.object));
	}

}
