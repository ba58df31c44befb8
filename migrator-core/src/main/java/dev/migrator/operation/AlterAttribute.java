package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Give an attribute of a type another type, where no column is of the type (PostgreSQL).
 *
 * @param type the type
 * @param attribute the attribute's name
 * @param newType its new type
 * @param cascade whether it changes in tables that were created of the type, too
 * @param existing the type that the attribute had, or {@code null} if that is not known
 */
public record AlterAttribute(TableName type, String attribute, ColumnType newType, boolean cascade,
		@Nullable ColumnType existing) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return (this.existing == null) ? Optional.empty()
				: Optional.of(new AlterAttribute(this.type, this.attribute, this.existing, this.cascade, this.newType));
	}

}
