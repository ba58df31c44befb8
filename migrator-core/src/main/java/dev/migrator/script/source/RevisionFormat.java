package dev.migrator.script.source;

import java.util.Locale;

/**
 * What a revision is written in.
 */
public enum RevisionFormat {

	/** A class. */
	JAVA,

	/** A file of SQL. */
	SQL;

	/**
	 * Return its name, which is also the ending of its files.
	 * @return {@code java} or {@code sql}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
