package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop an attribute of a type (PostgreSQL). What brings it back brings it back as the
 * last one.
 *
 * @param type the type
 * @param attribute the attribute's name
 * @param ifExists whether its absence is no error
 * @param cascade whether tables that were created of the type lose it, too
 * @param dropped the type that the attribute had, or {@code null} if that is not known
 */
public record DropAttribute(TableName type, String attribute, boolean ifExists, boolean cascade,
		@Nullable ColumnType dropped) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return (this.dropped == null) ? Optional.empty()
				: Optional.of(new AddAttribute(this.type, new Attribute(this.attribute, this.dropped), this.cascade));
	}

}
