package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;

/**
 * Add an attribute behind the last one of a type (PostgreSQL).
 *
 * @param type the type
 * @param attribute the attribute
 * @param cascade whether tables that were created of the type get it, too
 */
public record AddAttribute(TableName type, Attribute attribute, boolean cascade) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional
			.of(new DropAttribute(this.type, this.attribute.name(), false, this.cascade, this.attribute.type()));
	}

}
