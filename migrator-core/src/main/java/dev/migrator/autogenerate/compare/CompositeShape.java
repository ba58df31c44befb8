package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Table;

/**
 * Shows a type of several attributes as a table with a column for each, whose types a
 * database reads alike.
 */
public final class CompositeShape {

	private CompositeShape() {
	}

	/**
	 * Show a type as a table.
	 * @param type the type
	 * @return a table of its name
	 */
	public static Table of(CompositeType type) {
		List<Column> columns = new ArrayList<>();
		type.attributes().forEach((attribute) -> columns.add(new Column(attribute.name(), attribute.type())));
		return new Table(type.name(), columns, List.of(), List.of(), null);
	}

	/**
	 * Read a type back from such a table.
	 * @param table the table
	 * @return the type
	 */
	static CompositeType of(Table table) {
		return new CompositeType(table.name(),
				table.columns().stream().map((column) -> new Attribute(column.name(), column.type())).toList());
	}

}
