package dev.migrator.operation;

import java.util.Optional;

/**
 * Drop a schema.
 *
 * @param schema its name
 * @param ifExists whether its absence is no error
 * @param cascade whether what is in it goes too; a schema with something in it stays
 * otherwise
 */
public record DropSchema(String schema, boolean ifExists, boolean cascade) implements SchemaOperation {

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade) ? Optional.empty() : Optional.of(new CreateSchema(this.schema, false));
	}

}
