package dev.migrator.operation;

import java.util.Optional;

/**
 * Create a schema.
 *
 * @param schema its name
 * @param ifNotExists whether a schema of that name makes this do nothing
 */
public record CreateSchema(String schema, boolean ifNotExists) implements SchemaOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropSchema(this.schema, false, false));
	}

}
