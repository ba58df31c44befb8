package dev.migrator.schema;

/**
 * How the values of a column are computed from others of its row.
 *
 * @param expression the expression in the database's words
 * @param virtual whether the values are computed when they are read, rather than stored
 */
public record Computed(String expression, boolean virtual) {

}
