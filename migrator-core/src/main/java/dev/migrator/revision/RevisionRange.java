package dev.migrator.revision;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Two symbols joined by a colon, either of which may be left out.
 *
 * @param from the symbol before the colon, empty for an open side
 * @param to the symbol after the colon, empty for an open side
 */
public record RevisionRange(String from, String to) {

	/**
	 * Return whether a text is a range and not a single symbol.
	 * @param text what was typed
	 * @return {@code true} if there is a colon in it: no id and no label may hold one
	 */
	public static boolean isRange(String text) {
		return text.indexOf(':') >= 0;
	}

	/**
	 * Read a range.
	 * @param text {@code a:b}, {@code a:}, {@code :b} or {@code :}; spaces around it and
	 * around the symbols are ignored
	 * @return the range
	 * @throws MigratorException {@code NOT_FOUND} if the text has no colon, or more than
	 * one
	 */
	public static RevisionRange parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "'" + text + "' is not a range of revisions.",
					"Write it as from:to, with one colon; either side may be left out.");
		}
		return new RevisionRange(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
	}

}
