package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import org.jspecify.annotations.Nullable;

/**
 * An index as a migration describes it.
 */
public final class IndexSpec {

	private final String name;

	private final List<IndexColumn> columns = new ArrayList<>();

	private boolean unique;

	private boolean ifNotExists;

	private boolean concurrently;

	private @Nullable String where;

	IndexSpec(String name) {
		this.name = name;
	}

	/**
	 * Columns to order by, from small to large.
	 * @param names their names
	 * @return this
	 */
	public IndexSpec columns(String... names) {
		for (String column : names) {
			this.columns.add(new IndexColumn(column, false, false));
		}
		return this;
	}

	/**
	 * A column to order by, from large to small.
	 * @param column its name
	 * @return this
	 */
	public IndexSpec descending(String column) {
		this.columns.add(new IndexColumn(column, false, true));
		return this;
	}

	/**
	 * An expression to order by.
	 * @param sql the expression in the database's own words
	 * @return this
	 */
	public IndexSpec expression(String sql) {
		this.columns.add(new IndexColumn(sql, true, false));
		return this;
	}

	/**
	 * No two rows have the same values.
	 * @return this
	 */
	public IndexSpec unique() {
		this.unique = true;
		return this;
	}

	/**
	 * Only some rows.
	 * @param condition which, in SQL
	 * @return this
	 */
	public IndexSpec where(String condition) {
		this.where = condition;
		return this;
	}

	/**
	 * Do nothing where there is an index of that name.
	 * @return this
	 */
	public IndexSpec ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Let writers go on meanwhile (PostgreSQL). Such an index is not created in a
	 * transaction: the call belongs into {@link Operations#autocommit(Runnable)} or into
	 * a revision that is not transactional.
	 * @return this
	 */
	public IndexSpec concurrently() {
		this.concurrently = true;
		return this;
	}

	Index toIndex() {
		if (this.columns.isEmpty()) {
			throw new IllegalArgumentException("The index %s names no column".formatted(this.name));
		}
		return new Index(this.name, this.columns, this.unique, this.where);
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

}
