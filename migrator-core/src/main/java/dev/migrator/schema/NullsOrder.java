package dev.migrator.schema;

/**
 * Where an index has the rows without a value.
 */
public enum NullsOrder {

	FIRST, LAST

}
