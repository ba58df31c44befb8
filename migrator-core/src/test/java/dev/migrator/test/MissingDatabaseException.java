package dev.migrator.test;

import java.io.Serial;

import org.opentest4j.TestAbortedException;

/**
 * Says that this machine cannot have a database, so that what needs it is skipped.
 */
final class MissingDatabaseException extends TestAbortedException {

	@Serial
	private static final long serialVersionUID = 1L;

	MissingDatabaseException(String lack) {
		super(lack);
	}

}
