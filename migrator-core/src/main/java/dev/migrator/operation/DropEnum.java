package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Drop a type of named values, where such types stand by themselves.
 *
 * @param type the type
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the values that it had, none if they are not known
 */
public record DropEnum(TableName type, boolean ifExists, boolean cascade,
		List<String> dropped) implements EnumOperation {

	public DropEnum {
		dropped = List.copyOf(dropped);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.dropped.isEmpty()) ? Optional.empty() : Optional.of(new CreateEnum(this.type, this.dropped));
	}

}
