package dev.migrator.autogenerate;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes and something that comes which look alike, so that it may be one
 * thing with another name.
 *
 * @param table the table that is perhaps renamed, or the table or composite type that has
 * the column or attribute, by its name in the database
 * @param column the column or attribute that is perhaps renamed, or {@code null} if the
 * table is
 * @param newName the name that the application wants, without schema and table
 * @param likeness how alike they are, from 0 to 1
 * @param reason what is alike, in words that follow "because"
 */
public record RenameCandidate(TableName table, @Nullable String column, String newName, double likeness,
		String reason) {

	/**
	 * Return whether it is about a table.
	 * @return whether no column is named
	 */
	public boolean isTable() {
		return this.column == null;
	}

	/**
	 * Return the old name as {@code --rename old:new} takes it.
	 * @return the table, or the table and the column with a dot between them
	 */
	public String oldName() {
		return (this.column != null) ? this.table + "." + this.column : this.table.toString();
	}

	/**
	 * Return how {@code --rename} is told that it is one.
	 * @return the old name, a colon and the new name
	 */
	public String option() {
		return oldName() + ":" + this.newName;
	}

}
