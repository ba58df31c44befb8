package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type of a few named values in a fixed order. In PostgreSQL it has a name, and stands
 * beside the tables; elsewhere the values are part of the column's own type.
 *
 * @param name its name, or {@code null} where the database gives it none
 * @param values its values in order
 */
public record EnumType(@Nullable TableName name, List<String> values) implements ColumnType {

	public EnumType {
		values = List.copyOf(values);
	}

}
