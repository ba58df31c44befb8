package dev.migrator.autogenerate;

import java.util.Locale;

import dev.migrator.dialect.Dialect;

/**
 * Names as migrations write them, of names as other libraries send them to the database.
 * What is sent without quotes the database folds as it folds a plain name; what is sent
 * in quotes stays as it is.
 *
 * @param dialect the database
 */
public record MigrationNames(Dialect dialect) {

	/**
	 * Say a name as migrations write it.
	 * @param text the name without quotes
	 * @param quoted whether it is sent in quotes
	 * @return the name
	 */
	public String of(String text, boolean quoted) {
		// H2 folds to upper case, which shows in a name that migrations write in quotes.
		String lower = text.toLowerCase(Locale.ROOT);
		boolean upper = this.dialect.name().equals("h2");
		boolean plain = this.dialect.quote(lower).equals(lower);
		String folded = (upper) ? text.toUpperCase(Locale.ROOT) : lower;
		if (quoted && !(plain && text.equals(folded))) {
			return text;
		}
		return (plain) ? lower : folded;
	}

}
