package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a value of a type of named values another name (PostgreSQL).
 *
 * @param type the type
 * @param value the value
 * @param newValue its new name
 */
public record RenameEnumValue(TableName type, String value, String newValue) implements EnumOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameEnumValue(this.type, this.newValue, this.value));
	}

}
