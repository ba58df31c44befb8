package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. A constraint without a name is named by the database.
 */
public sealed interface Constraint {

	/**
	 * Return the constraint's name.
	 * @return the name, or {@code null} if the database chooses one
	 */
	@Nullable String name();

	/**
	 * The primary key.
	 *
	 * @param name its name, or {@code null}
	 * @param columns its columns in order
	 */
	record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

		public PrimaryKey {
			columns = List.copyOf(columns);
		}

	}

	/**
	 * Columns whose values together are unique.
	 *
	 * @param name its name, or {@code null}
	 * @param columns its columns in order
	 */
	record Unique(@Nullable String name, List<String> columns) implements Constraint {

		public Unique {
			columns = List.copyOf(columns);
		}

	}

	/**
	 * Columns whose values stand in another table.
	 *
	 * @param name its name, or {@code null}
	 * @param columns its columns
	 * @param referencedTable the other table
	 * @param referencedColumns the other table's columns, in the same order
	 * @param onDelete what happens to a row when the row it names is deleted, or
	 * {@code null} for the database's default
	 * @param onUpdate what happens to a row when the key it names is changed, or
	 * {@code null} for the database's default
	 */
	record ForeignKey(@Nullable String name, List<String> columns, TableName referencedTable,
			List<String> referencedColumns, @Nullable ReferentialAction onDelete,
			@Nullable ReferentialAction onUpdate) implements Constraint {

		public ForeignKey {
			columns = List.copyOf(columns);
			referencedColumns = List.copyOf(referencedColumns);
		}

	}

	/**
	 * A condition that each row fulfils.
	 *
	 * @param name its name, or {@code null}
	 * @param condition the condition in SQL
	 */
	record Check(@Nullable String name, String condition) implements Constraint {

	}

}
