package dev.migrator.autogenerate;

import java.util.Optional;

import dev.migrator.schema.Column;
import dev.migrator.schema.TableName;

/**
 * Knows of types that differ in their words only, or differ though the words are the
 * same. A bean of this type is asked before the comparison decides by itself.
 */
@FunctionalInterface
public interface TypeComparator {

	/**
	 * Compare the types of a column.
	 * @param table its table
	 * @param database the column as the database has it
	 * @param target the column that is wanted
	 * @return whether the types differ, or nothing to leave it to others
	 */
	Optional<Boolean> differ(TableName table, Column database, Column target);

}
