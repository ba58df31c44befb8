package dev.migrator.schema;

import java.util.List;

import dev.migrator.schema.Index.IndexColumn;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. A constraint without a name is named by the naming convention,
 * or else by the database.
 */
public sealed interface Constraint {

	/**
	 * Return the constraint's name.
	 * @return the name, or {@code null} if it has none of its own
	 */
	@Nullable String name();

	/**
	 * Return the same constraint with another name.
	 * @param newName the name
	 * @return the constraint
	 */
	Constraint withName(String newName);

	/**
	 * The primary key.
	 *
	 * @param name its name, or {@code null}
	 * @param columns its columns in order; none where an index has them
	 * @param include more columns that its index holds
	 * @param usingIndex the unique index that becomes its own (PostgreSQL), or
	 * {@code null} for a new one
	 * @param deferral when it is checked, or {@code null} if at once
	 */
	record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, @Nullable String usingIndex,
			@Nullable Deferral deferral) implements Constraint {

		public PrimaryKey {
			columns = List.copyOf(columns);
			include = List.copyOf(include);
		}

		public PrimaryKey(@Nullable String name, List<String> columns) {
			this(name, columns, List.of(), null, null);
		}

		@Override
		public PrimaryKey withName(String newName) {
			return new PrimaryKey(newName, this.columns, this.include, this.usingIndex, this.deferral);
		}

	}

	/**
	 * Columns whose values together are unique.
	 *
	 * @param name its name, or {@code null}
	 * @param columns its columns in order; none where an index has them
	 * @param nullsNotDistinct whether two rows without a value count as equal
	 * @param include more columns that its index holds
	 * @param usingIndex the unique index that becomes its own (PostgreSQL), or
	 * {@code null} for a new one
	 * @param deferral when it is checked, or {@code null} if at once
	 */
	record Unique(@Nullable String name, List<String> columns, boolean nullsNotDistinct, List<String> include,
			@Nullable String usingIndex, @Nullable Deferral deferral) implements Constraint {

		public Unique {
			columns = List.copyOf(columns);
			include = List.copyOf(include);
		}

		public Unique(@Nullable String name, List<String> columns) {
			this(name, columns, false, List.of(), null, null);
		}

		@Override
		public Unique withName(String newName) {
			return new Unique(newName, this.columns, this.nullsNotDistinct, this.include, this.usingIndex,
					this.deferral);
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
	 * @param onDeleteColumns which of its columns are set to null or to their default
	 * when the row it names is deleted (PostgreSQL); all if none are given
	 * @param match what it does about rows where some columns are null, or {@code null}
	 * for the database's default
	 * @param deferral when it is checked, or {@code null} if at once
	 * @param notValid whether rows that are there already are not checked when it is
	 * added
	 * @param notEnforced whether no row is checked at all
	 */
	record ForeignKey(@Nullable String name, List<String> columns, TableName referencedTable,
			List<String> referencedColumns, @Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate,
			List<String> onDeleteColumns, @Nullable ForeignKeyMatch match, @Nullable Deferral deferral,
			boolean notValid, boolean notEnforced) implements Constraint {

		public ForeignKey {
			columns = List.copyOf(columns);
			referencedColumns = List.copyOf(referencedColumns);
			onDeleteColumns = List.copyOf(onDeleteColumns);
		}

		public ForeignKey(@Nullable String name, List<String> columns, TableName referencedTable,
				List<String> referencedColumns, @Nullable ReferentialAction onDelete,
				@Nullable ReferentialAction onUpdate) {
			this(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, List.of(), null, null, false,
					false);
		}

		@Override
		public ForeignKey withName(String newName) {
			return new ForeignKey(newName, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
					this.onUpdate, this.onDeleteColumns, this.match, this.deferral, this.notValid, this.notEnforced);
		}

		/**
		 * Return the same key of the same columns to another place.
		 * @param table the other table
		 * @param names its columns
		 * @return the key
		 */
		public ForeignKey withReferenced(TableName table, List<String> names) {
			return new ForeignKey(this.name, this.columns, table, names, this.onDelete, this.onUpdate,
					this.onDeleteColumns, this.match, this.deferral, this.notValid, this.notEnforced);
		}

	}

	/**
	 * A condition that each row fulfils.
	 *
	 * @param name its name, or {@code null}
	 * @param condition the condition in SQL
	 * @param noInherit whether tables that inherit from this one are free of it
	 * (PostgreSQL)
	 * @param notValid whether rows that are there already are not checked when it is
	 * added
	 * @param notEnforced whether no row is checked at all
	 */
	record Check(@Nullable String name, String condition, boolean noInherit, boolean notValid,
			boolean notEnforced) implements Constraint {

		public Check(@Nullable String name, String condition) {
			this(name, condition, false, false, false);
		}

		@Override
		public Check withName(String newName) {
			return new Check(newName, this.condition, this.noInherit, this.notValid, this.notEnforced);
		}

		/**
		 * Return the same check of another condition.
		 * @param newCondition the condition in SQL
		 * @return the check
		 */
		public Check withCondition(String newCondition) {
			return new Check(this.name, newCondition, this.noInherit, this.notValid, this.notEnforced);
		}

	}

	/**
	 * No two rows for which all comparisons hold (PostgreSQL).
	 *
	 * @param name its name, or {@code null}
	 * @param method the method of its index, such as {@code gist}, or {@code null} for
	 * the database's default
	 * @param elements what is compared, and how
	 * @param where the condition of the rows that it holds for, or {@code null} for all
	 * @param deferral when it is checked, or {@code null} if at once
	 */
	record Exclusion(@Nullable String name, @Nullable String method, List<Element> elements, @Nullable String where,
			@Nullable Deferral deferral) implements Constraint {

		public Exclusion {
			elements = List.copyOf(elements);
		}

		@Override
		public Exclusion withName(String newName) {
			return new Exclusion(newName, this.method, this.elements, this.where, this.deferral);
		}

		/**
		 * What is compared.
		 *
		 * @param column a column or an expression, as in an index
		 * @param operator the operator, such as {@code &&}
		 */
		public record Element(IndexColumn column, String operator) {

		}

	}

}
