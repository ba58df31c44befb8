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
	 * Refuse what came with a later version.
	 * @param needed whether it is needed
	 * @param version the version that brought it
	 * @param what what it is, in words that follow {@code has no}
	 */
	void require(boolean needed, int version, String what) {
		if (needed && !this.database.isAtLeast(version, 0)) {
			throw SqlWords.unsupported("PostgreSQL has no %s before version %d, and this is version %d.".formatted(what,
					version, this.database.majorVersion()), "Leave that out, or upgrade the server first.");
		}
	}

}
