package dev.migrator.operation;

import dev.migrator.schema.ColumnDefault;

/**
 * What becomes of a column's default.
 */
public sealed interface DefaultChange {

	/**
	 * It becomes another.
	 *
	 * @param newDefault the default
	 */
	record Set(ColumnDefault newDefault) implements DefaultChange {

	}

	/** It goes. */
	record Drop() implements DefaultChange {

	}

}
