package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;

/**
 * A new type of several attributes as a migration describes it.
 */
public final class CompositeSpec {

	private final TableName name;

	private final List<Attribute> attributes = new ArrayList<>();

	CompositeSpec(TableName name) {
		this.name = name;
	}

	/**
	 * An attribute behind the last one.
	 * @param attributeName its name
	 * @param type its type
	 */
	public void attribute(String attributeName, ColumnType type) {
		this.attributes.add(new Attribute(attributeName, type));
	}

	CompositeType toType() {
		return new CompositeType(this.name, this.attributes);
	}

}
