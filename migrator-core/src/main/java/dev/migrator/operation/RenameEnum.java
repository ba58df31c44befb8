package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a type of named values another name in the same schema, where such types stand by
 * themselves.
 *
 * @param type the type
 * @param newName its new name
 */
public record RenameEnum(TableName type, String newName) implements EnumOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameEnum(this.type.withName(this.newName), this.type.name()));
	}

}
