package dev.migrator.dialect.mariadb;

import dev.migrator.session.DatabaseInfo;

/**
 * What one server of the family has and another one lacks.
 *
 * @param mariadb whether it is MariaDB, and not MySQL
 * @param version the database, for its version
 */
record ServerFeatures(boolean mariadb, DatabaseInfo version) {

	String dialect() {
		return (this.mariadb) ? "mariadb" : "mysql";
	}

	String product() {
		return (this.mariadb) ? "MariaDB" : "MySQL";
	}

	/** Whether UUIDs have a type of their own. */
	boolean hasUuid() {
		return this.mariadb && this.version.isAtLeast(10, 7);
	}

	/**
	 * Whether columns, indexes and constraints can be created or dropped depending on
	 * whether they exist.
	 */
	boolean hasConditionalParts() {
		return this.mariadb;
	}

	/** Whether columns and indexes are renamed without being defined anew. */
	boolean hasRenamedParts() {
		return (this.mariadb) ? this.version.isAtLeast(10, 5) : this.version.isAtLeast(8, 0);
	}

	/** Whether an index may be on an expression. */
	boolean hasIndexesOnExpressions() {
		return !this.mariadb && this.version.isAtLeast(8, 0);
	}

	/** Whether {@code or replace} is known for routines and triggers. */
	boolean hasReplacedRoutines() {
		return this.mariadb;
	}

	/** Whether a computed column may say that it is never null. */
	boolean hasComputedNotNull() {
		return !this.mariadb;
	}

	/** Whether the numbers of a sequence have a type. */
	boolean hasTypedSequences() {
		return this.mariadb && this.version.isAtLeast(11, 5);
	}

	/**
	 * Read an expression as the information schema tells it.
	 * @param told what it tells
	 * @return the expression
	 */
	String expression(String told) {
		return (this.mariadb) ? told : MysqlExpression.read(told);
	}

	/** Whether a column can be renamed that a check names. */
	boolean renamesInChecks() {
		return this.mariadb;
	}

	/** Whether a check may be one that is not enforced. */
	boolean hasIdleChecks() {
		return !this.mariadb;
	}

	/** What a check is called when it is dropped. */
	String checkWord() {
		return (this.mariadb) ? "constraint" : "check";
	}

}
