package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name, or {@code null} to have it named by the naming convention, or
 * else by the database
 * @param columns what it orders by
 * @param unique whether its values are unique
 * @param where the condition of the rows it holds, or {@code null} for all rows
 * @param method the method in the database's own words, such as {@code gin}, or
 * {@code null} for the database's default
 * @param include more columns that it holds
 * @param nullsNotDistinct whether two rows without a value count as equal
 * @param with how it is stored
 * @param tablespace where it is stored, or {@code null} for the database's default
 */
public record Index(@Nullable String name, List<IndexColumn> columns, boolean unique, @Nullable String where,
		@Nullable String method, List<String> include, boolean nullsNotDistinct, List<StorageParameter> with,
		@Nullable String tablespace) {

	public Index {
		columns = List.copyOf(columns);
		include = List.copyOf(include);
		with = List.copyOf(with);
	}

	public Index(@Nullable String name, List<IndexColumn> columns, boolean unique, @Nullable String where) {
		this(name, columns, unique, where, null, List.of(), false, List.of(), null);
	}

	/**
	 * Return the same index with another name.
	 * @param newName the name
	 * @return the index
	 */
	public Index withName(String newName) {
		return new Index(newName, this.columns, this.unique, this.where, this.method, this.include,
				this.nullsNotDistinct, this.with, this.tablespace);
	}

	/**
	 * One part of an index.
	 *
	 * @param text a column's name, or an expression
	 * @param expression whether the text is an expression
	 * @param descending whether the order is from large to small
	 * @param collation how text is compared, in the database's own words, or {@code null}
	 * for the column's own way
	 * @param operatorClass how values are compared, in the database's own words, or
	 * {@code null} for the type's own way
	 * @param nullsOrder where rows without a value stand, or {@code null} for the
	 * database's default
	 * @param prefix how many characters of the text it holds (MySQL, MariaDB), or
	 * {@code null} for all
	 */
	public record IndexColumn(String text, boolean expression, boolean descending, @Nullable String collation,
			@Nullable String operatorClass, @Nullable NullsOrder nullsOrder, @Nullable Integer prefix) {

		public IndexColumn(String text, boolean expression, boolean descending) {
			this(text, expression, descending, null, null, null, null);
		}

	}

}
