package dev.migrator.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
	 * Return which composite type something may be of, alone or in a list.
	 * @param type the type of a column or an attribute
	 * @return the name, or {@code null} if it is of another sort
	 */
	public static @Nullable TableName nameIn(ColumnType type) {
		if (type instanceof ArrayType array) {
			return nameIn(array.element());
		}
		return (type instanceof NamedType named) ? named.name() : null;
	}

	/**
	 * Choose those that columns are of, with those that they have attributes of.
	 * @param types the composite types there are
	 * @param tables the tables whose columns count
	 * @return the types that are used
	 */
	public static List<CompositeType> used(Collection<CompositeType> types, Collection<Table> tables) {
		Map<TableName, CompositeType> known = new HashMap<>();
		types.forEach((type) -> known.put(type.name(), type));
		Set<CompositeType> used = new LinkedHashSet<>();
		tables.forEach((table) -> table.columns().forEach((column) -> use(column.type(), known, used)));
		return List.copyOf(used);
	}

	private static void use(ColumnType type, Map<TableName, CompositeType> known, Set<CompositeType> used) {
		CompositeType composite = known.get(nameIn(type));
		if (composite != null && used.add(composite)) {
			composite.attributes().forEach((attribute) -> use(attribute.type(), known, used));
		}
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
