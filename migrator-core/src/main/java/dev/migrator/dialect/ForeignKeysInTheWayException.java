package dev.migrator.dialect;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * An operation cannot be done while foreign keys are enforced, which the transaction that
 * is under way cannot change any more. Whoever runs a revision that left no trace may
 * undo it, {@link Dialect#suspendForeignKeys suspend foreign keys}, and run it anew.
 */
public class ForeignKeysInTheWayException extends MigratorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param problem what cannot be done: a whole sentence
	 * @param action what to do where the revision cannot be run anew: a whole sentence
	 */
	public ForeignKeysInTheWayException(String problem, String action) {
		super(ErrorCategory.UNSUPPORTED, problem, action);
	}

}
