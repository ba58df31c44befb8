package dev.migrator.dialect.syntax;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Makes this package's errors, which all begin with the place they are about.
 *
 * @param location the file's name, or {@code null} if the text has none
 */
record SyntaxErrors(@Nullable String location) {

	/**
	 * Return an error to throw.
	 * @param line the line it is about
	 * @param problem what is wrong: a sentence that goes on after a colon
	 * @param action what to do: a whole sentence
	 * @return the exception
	 */
	MigratorException at(int line, String problem, String action) {
		String place = (this.location != null) ? this.location + ":" + line : "Line " + line;
		return new MigratorException(ErrorCategory.INVALID_REVISION, place + ": " + problem, action);
	}

}
