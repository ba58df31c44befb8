package dev.migrator.dialect.h2;

import dev.migrator.dialect.standard.SqlName;

/**
 * How H2 finds a name in its catalog. It folds the letters of a name without quotes as
 * the database is set up, which only the database can tell.
 *
 * @see <a href=
 * "https://www.h2database.com/javadoc/org/h2/engine/DbSettings.html">Settings</a>
 */
final class H2Names {

	private H2Names() {
	}

	/**
	 * Write a condition that a column of the catalog has a name.
	 * @param column the column
	 * @param name the name as it stands in SQL, with or without quotes
	 * @return the condition
	 */
	static String matches(String column, String name) {
		boolean quoted = SqlName.isQuoted(name);
		String text = "'" + SqlName.unquoted(name).replace("'", "''") + "'";
		String folded = (quoted) ? text : "case when %s then upper(%s) when %s then lower(%2$s) else %2$s end"
			.formatted(isOn("DATABASE_TO_UPPER"), text, isOn("DATABASE_TO_LOWER"));
		return "(%s = %s or (%s and upper(%1$s) = upper(%s)))".formatted(column, folded,
				isOn("CASE_INSENSITIVE_IDENTIFIERS"), text);
	}

	private static String isOn(String setting) {
		return "exists (select 1 from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = '%s' and lower(SETTING_VALUE) = 'true')"
			.formatted(setting);
	}

}
