package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Says how a value of types that give way to others of the same names becomes a value of
 * these: attribute by attribute, and a list by its text.
 *
 * @param rules how names are written
 * @param from the types there are, as they are
 * @param to the types that take their places
 * @param replaced the names of those that give way
 */
record CompositeConversion(DatabaseRules rules, Map<TableName, CompositeType> from, Map<TableName, CompositeType> to,
		Set<TableName> replaced) {

	/**
	 * Return whether values of a type change.
	 * @param type the type
	 * @return whether it is one that gives way, or lists of it
	 */
	boolean concerns(ColumnType type) {
		TableName name = CompositeType.nameIn(type);
		return name != null && this.replaced.contains(name);
	}

	/**
	 * Look for lists whose text would be read wrongly.
	 * @param type the type of a column
	 * @return the type in these lists, or {@code null} if all can be taken over
	 */
	@Nullable TableName mixedUp(ColumnType type) {
		TableName name = CompositeType.nameIn(type);
		if (name == null || !this.replaced.contains(name)) {
			return null;
		}
		if (type instanceof ArrayType) {
			return (keepsPlaces(name)) ? null : name;
		}
		return get(this.from, name).attributes()
			.stream()
			.map((attribute) -> mixedUp(attribute.type()))
			.filter((other) -> other != null)
			.findFirst()
			.orElse(null);
	}

	private boolean keepsPlaces(TableName name) {
		List<Attribute> attributes = get(this.from, name).attributes();
		return names(attributes).equals(names(get(this.to, name).attributes()))
				&& attributes.stream().allMatch((attribute) -> {
					TableName part = CompositeType.nameIn(attribute.type());
					return part == null || !this.replaced.contains(part) || keepsPlaces(part);
				});
	}

	private static List<String> names(List<Attribute> attributes) {
		return attributes.stream().map(Attribute::name).toList();
	}

	/**
	 * Say what becomes of a column's value.
	 * @param column the column's name
	 * @param type its type, which is concerned
	 * @return the expression
	 */
	String of(String column, ColumnType type) {
		return value(quote(column), type);
	}

	private String value(String value, ColumnType type) {
		TableName name = CompositeType.nameIn(type);
		if (name == null || !this.replaced.contains(name)) {
			return value;
		}
		if (!(type instanceof NamedType)) {
			return value + "::text::" + write(type);
		}
		CompositeType before = get(this.from, name);
		String row = get(this.to, name).attributes().stream().map((attribute) -> {
			Attribute old = before.attribute(attribute.name());
			return (old != null) ? value("(" + value + ")." + quote(old.name()), old.type()) : "null";
		}).collect(Collectors.joining(", "));
		return "case when %s is distinct from null then row(%s)::%s end".formatted(value, row, write(type));
	}

	private String write(ColumnType type) {
		return (type instanceof ArrayType array) ? write(array.element()) + "[]"
				: this.rules.quote().apply(((NamedType) type).name());
	}

	private String quote(String name) {
		return this.rules.quote().apply(new TableName(null, name));
	}

	private static CompositeType get(Map<TableName, CompositeType> types, TableName name) {
		CompositeType type = types.get(name);
		if (type == null) {
			throw new IllegalArgumentException("There is no type " + name);
		}
		return type;
	}

}
