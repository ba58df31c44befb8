package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give an attribute of a type another name (PostgreSQL).
 *
 * @param type the type
 * @param attribute the attribute's name
 * @param newName its new name
 * @param cascade whether it is renamed in tables that were created of the type, too
 */
public record RenameAttribute(TableName type, String attribute, String newName,
		boolean cascade) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameAttribute(this.type, this.newName, this.attribute, this.cascade));
	}

}
