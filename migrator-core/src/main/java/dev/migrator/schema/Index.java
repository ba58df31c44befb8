package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name
 * @param columns what it orders by
 * @param unique whether its values are unique
 * @param where the condition of the rows it holds, or {@code null} for all rows
 */
public record Index(String name, List<IndexColumn> columns, boolean unique, @Nullable String where) {

	public Index {
		columns = List.copyOf(columns);
	}

	/**
	 * One part of an index.
	 *
	 * @param text a column's name, or an expression
	 * @param expression whether the text is an expression
	 * @param descending whether the order is from large to small
	 */
	public record IndexColumn(String text, boolean expression, boolean descending) {

	}

}
