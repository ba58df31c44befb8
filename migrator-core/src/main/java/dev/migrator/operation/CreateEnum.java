package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Create a type of named values, where such types stand by themselves.
 *
 * @param type its name
 * @param values its values in order
 */
public record CreateEnum(TableName type, List<String> values) implements EnumOperation {

	public CreateEnum {
		values = List.copyOf(values);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropEnum(this.type, false, false, this.values));
	}

}
