package dev.migrator.operation;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Add a value to a type of named values (PostgreSQL). No database takes one away.
 *
 * @param type the type
 * @param value the value
 * @param before the value that it goes before, or {@code null}
 * @param after the value that it goes behind, or {@code null}; it goes behind the last
 * one if neither is said
 * @param ifNotExists whether a value of that name makes this do nothing
 */
public record AddEnumValue(TableName type, String value, @Nullable String before, @Nullable String after,
		boolean ifNotExists) implements EnumOperation {

	public AddEnumValue {
		if (before != null && after != null) {
			throw new IllegalArgumentException("A value goes before another or behind one, not both");
		}
	}

}
