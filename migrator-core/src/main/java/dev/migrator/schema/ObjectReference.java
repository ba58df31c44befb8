package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a view, a function, a procedure or a trigger is called.
 *
 * @param kind what it is
 * @param name its name; a trigger stands in the schema of its table
 * @param arguments a routine's arguments as it was created with, which tell apart those
 * of one name, or {@code null}
 * @param table a trigger's table, or {@code null}
 */
public record ObjectReference(Kind kind, TableName name, @Nullable String arguments, @Nullable TableName table) {

	/**
	 * What is replaced as a whole.
	 */
	public enum Kind {

		VIEW, MATERIALIZED_VIEW, FUNCTION, PROCEDURE, TRIGGER

	}

}
