package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.TableName;

/**
 * Create a type of several attributes (PostgreSQL).
 *
 * @param composite the type
 */
public record CreateCompositeType(CompositeType composite) implements CompositeOperation {

	@Override
	public TableName type() {
		return this.composite.name();
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropCompositeType(type(), false, false, this.composite));
	}

}
