package dev.migrator.dialect.sqlite;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Says that SQLite lacks something.
 */
final class Refusal {

	private Refusal() {
	}

	/**
	 * Make the error.
	 * @param problem what it lacks: a whole sentence
	 * @param action what to do: a whole sentence
	 * @return the error to throw
	 */
	static MigratorException of(String problem, String action) {
		return new MigratorException(ErrorCategory.UNSUPPORTED, problem, action);
	}

	/**
	 * Refuse what is said if it is.
	 * @param said whether something is said
	 * @param what what it is, with which the sentence begins
	 */
	static void ifSaid(boolean said, String what) {
		if (said) {
			throw of("%s is nothing that SQLite knows.".formatted(what),
					"Leave it out there, for example by op.dialect().");
		}
	}

}
