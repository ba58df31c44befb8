package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A type whose values are lists.
 *
 * @param element the type of the lists' elements
 * @param length how many elements a list may have, or {@code null} for any number;
 * PostgreSQL does not hold to it
 */
public record ArrayType(ColumnType element, @Nullable Integer length) implements ColumnType {

}
