package dev.migrator.autogenerate.compare;

import dev.migrator.schema.Table;

/**
 * Tells how the database reads a table that is wanted.
 */
@FunctionalInterface
public interface TargetMeaning {

	/** Each table means what it says. */
	TargetMeaning AS_WRITTEN = (table) -> table;

	/**
	 * Return how the database reads a table.
	 * @param table the table as it is wanted
	 * @return the table as it would be read back, with as many columns, constraints and
	 * indexes in the same order
	 */
	Table of(Table table);

}
