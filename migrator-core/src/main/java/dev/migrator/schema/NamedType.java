package dev.migrator.schema;

/**
 * A {@link CompositeType composite type} by its name, which says all that a column has to
 * say of it.
 *
 * @param name its name
 */
public record NamedType(TableName name) implements ColumnType {

}
