package dev.migrator.operation;

import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import org.jspecify.annotations.Nullable;

/**
 * A part of an index as a migration describes it.
 */
public final class IndexColumnSpec {

	private final String text;

	private final boolean expression;

	private boolean descending;

	private @Nullable String collation;

	private @Nullable String operatorClass;

	private @Nullable NullsOrder nullsOrder;

	private @Nullable Integer prefix;

	IndexColumnSpec(String text, boolean expression) {
		this.text = text;
		this.expression = expression;
	}

	/**
	 * From large to small.
	 * @return this
	 */
	public IndexColumnSpec descending() {
		this.descending = true;
		return this;
	}

	/**
	 * Rows without a value stand first.
	 * @return this
	 */
	public IndexColumnSpec nullsFirst() {
		this.nullsOrder = NullsOrder.FIRST;
		return this;
	}

	/**
	 * Rows without a value stand last.
	 * @return this
	 */
	public IndexColumnSpec nullsLast() {
		this.nullsOrder = NullsOrder.LAST;
		return this;
	}

	/**
	 * Text is compared in another way than the column's.
	 * @param name the collation's name
	 * @return this
	 */
	public IndexColumnSpec collate(String name) {
		this.collation = name;
		return this;
	}

	/**
	 * Values are compared in another way than their type's (PostgreSQL).
	 * @param sql the operator class in the database's own words, such as
	 * {@code text_pattern_ops}
	 * @return this
	 */
	public IndexColumnSpec operatorClass(String sql) {
		this.operatorClass = sql;
		return this;
	}

	/**
	 * It holds only the beginning of the text (MySQL, MariaDB).
	 * @param length how many characters
	 * @return this
	 */
	public IndexColumnSpec prefix(int length) {
		this.prefix = length;
		return this;
	}

	IndexColumn toIndexColumn() {
		return new IndexColumn(this.text, this.expression, this.descending, this.collation, this.operatorClass,
				this.nullsOrder, this.prefix);
	}

}
