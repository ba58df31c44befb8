package dev.migrator.operation;

import dev.migrator.schema.Computed;

/**
 * What becomes of how a column is computed.
 */
public sealed interface ComputedChange {

	/**
	 * It is computed otherwise.
	 *
	 * @param computed how
	 */
	record Set(Computed computed) implements ComputedChange {

	}

	/** It keeps the values that it has, and is computed no more. */
	record Drop() implements ComputedChange {

	}

}
