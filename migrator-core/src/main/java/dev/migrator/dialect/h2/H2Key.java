package dev.migrator.dialect.h2;

import dev.migrator.operation.Row;

/**
 * What the catalog calls a table, a constraint or an index.
 *
 * @param schema its schema
 * @param name its name
 */
record H2Key(String schema, String name) {

	/**
	 * Read the name from a row.
	 * @param row the row
	 * @param kind the first word of the columns that have it
	 * @return the name
	 */
	static H2Key of(Row row, String kind) {
		return new H2Key(String.valueOf(row.string(kind + "_SCHEMA")), String.valueOf(row.string(kind + "_NAME")));
	}

}
