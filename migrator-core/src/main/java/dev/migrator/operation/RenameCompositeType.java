package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a type of several attributes another name in the same schema (PostgreSQL).
 *
 * @param type the type
 * @param newName its new name
 */
public record RenameCompositeType(TableName type, String newName) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameCompositeType(this.type.withName(this.newName), this.type.name()));
	}

}
