package dev.migrator.schema;

/**
 * What a column gets where an insert names no value.
 */
public sealed interface ColumnDefault {

	/**
	 * A value.
	 *
	 * @param value the value: a string, number, boolean, date, time, UUID or bytes
	 */
	record Value(Object value) implements ColumnDefault {

	}

	/**
	 * An expression that the database evaluates.
	 *
	 * @param sql the expression in the database's words
	 */
	record Expression(String sql) implements ColumnDefault {

	}

}
