package dev.migrator.autogenerate.aggregates;

import dev.migrator.schema.Column;

/**
 * A column that an aggregate wants.
 *
 * @param column the column
 * @param decided whether the class says if it may be null; else the database may say
 */
record AggregateColumn(Column column, boolean decided) {
}
