package dev.migrator.script;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Makes the errors about one SQL revision file.
 */
record SqlFileErrors(String location) {

	MigratorException at(int line, String problem, String action) {
		return new MigratorException(ErrorCategory.INVALID_REVISION, this.location + ":" + line + ": " + problem,
				action);
	}

}
