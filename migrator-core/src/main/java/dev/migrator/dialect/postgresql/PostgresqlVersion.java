package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.session.DatabaseInfo;

/**
 * What a version of PostgreSQL lacks.
 *
 * @param database the database
 */
record PostgresqlVersion(DatabaseInfo database) {

	/**
	 * Return whether it has what came with a version.
	 * @param version the version
	 * @return whether it is that version or a later one
	 */
	boolean has(int version) {
		return this.database.isAtLeast(version, 0);
	}

	/**
	 * Refuse what came with a later version.
	 * @param needed whether it is needed
	 * @param version the version that brought it
	 * @param what what it is, in words that follow {@code has no}
	 */
	void require(boolean needed, int version, String what) {
		if (needed && !has(version)) {
			throw SqlWords.unsupported("PostgreSQL has no %s before version %d, and this is version %d.".formatted(what,
					version, this.database.majorVersion()), "Leave that out, or upgrade the server first.");
		}
	}

}
