package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type whose values have several attributes, which stands beside the tables
 * (PostgreSQL). A column has it by its name, as a {@link NamedType}.
 *
 * @param name its name
 * @param attributes its attributes in order
 */
public record CompositeType(TableName name, List<Attribute> attributes) {

	public CompositeType {
		attributes = List.copyOf(attributes);
	}

	/**
	 * Find an attribute.
	 * @param attribute its name
	 * @return the attribute, or {@code null} if there is none
	 */
	public @Nullable Attribute attribute(String attribute) {
		return this.attributes.stream().filter((part) -> part.name().equals(attribute)).findFirst().orElse(null);
	}

	/**
	 * An attribute of a composite type.
	 *
	 * @param name its name
	 * @param type its type
	 */
	public record Attribute(String name, ColumnType type) {

	}

}
