package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold no value
 * @param defaultValue what it gets where an insert names no value, or {@code null}
 * @param identity how the database counts its values up, or {@code null} if it does not
 * @param comment its comment, or {@code null}
 * @param computed the expression that its values are computed by, or {@code null}
 * @param onUpdate the expression that it gets where an update names no value (MySQL,
 * MariaDB, H2), or {@code null}
 * @param collation the collation of its text in the database's own words, or {@code null}
 * for the database's default
 */
public record Column(String name, ColumnType type, boolean nullable, @Nullable ColumnDefault defaultValue,
		@Nullable Identity identity, @Nullable String comment, @Nullable Computed computed, @Nullable String onUpdate,
		@Nullable String collation) {

	/**
	 * Create a column that is not computed.
	 * @param name its name
	 * @param type its type
	 * @param nullable whether it may hold no value
	 * @param defaultValue what it gets where an insert names no value, or {@code null}
	 * @param identity whether the database counts its values up
	 * @param comment its comment, or {@code null}
	 */
	public Column(String name, ColumnType type, boolean nullable, @Nullable ColumnDefault defaultValue,
			boolean identity, @Nullable String comment) {
		this(name, type, nullable, defaultValue, (identity) ? Identity.BY_DEFAULT : null, comment, null, null, null);
	}

	/**
	 * Create a column that may be null and has a name and a type only.
	 * @param name its name
	 * @param type its type
	 */
	public Column(String name, ColumnType type) {
		this(name, type, true, null, null, null, null, null, null);
	}

	/**
	 * Return the same column with another name.
	 * @param newName the name
	 * @return the column
	 */
	public Column withName(String newName) {
		return new Column(newName, this.type, this.nullable, this.defaultValue, this.identity, this.comment,
				this.computed, this.onUpdate, this.collation);
	}

	/**
	 * Return the same column with another type.
	 * @param newType the type
	 * @return the column
	 */
	public Column withType(ColumnType newType) {
		return new Column(this.name, newType, this.nullable, this.defaultValue, this.identity, this.comment,
				this.computed, this.onUpdate, this.collation);
	}

	/**
	 * Return the same column that may hold no value, or has to hold one.
	 * @param mayBeNull whether it may hold no value
	 * @return the column
	 */
	public Column withNullable(boolean mayBeNull) {
		return new Column(this.name, this.type, mayBeNull, this.defaultValue, this.identity, this.comment,
				this.computed, this.onUpdate, this.collation);
	}

}
