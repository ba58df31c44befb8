package dev.migrator.schema;

/**
 * What a foreign key of several columns does about a row where some of them are null.
 */
public enum ForeignKeyMatch {

	/** It takes the row, as databases do by default. */
	SIMPLE,

	/** It refuses the row. */
	FULL,

	/** It looks at the columns that are not null. */
	PARTIAL

}
