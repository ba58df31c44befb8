package dev.migrator.script;

import java.util.Locale;

/**
 * What a section of a revision file is run for.
 */
enum SectionDirection {

	/** The revision is applied. */
	UPGRADE,

	/** The revision is reverted. */
	DOWNGRADE;

	/**
	 * Return the word that stands in a section's marker.
	 * @return the name in lower case
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
