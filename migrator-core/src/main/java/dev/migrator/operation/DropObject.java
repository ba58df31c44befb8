package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Drop a view, a function, a procedure or a trigger.
 *
 * @param object what it is called
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the object as it was, or {@code null} if that is not known
 */
public record DropObject(ObjectReference object, boolean ifExists, boolean cascade,
		@Nullable StoredObject dropped) implements ObjectOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map(CreateObject::new);
	}

}
