package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.StorageParameter;
import org.jspecify.annotations.Nullable;

/**
 * An index as a migration describes it.
 */
public final class IndexSpec {

	private final @Nullable CharSequence name;

	private final List<IndexColumn> columns = new ArrayList<>();

	private boolean unique;

	private boolean ifNotExists;

	private boolean concurrently;

	private @Nullable String where;

	private @Nullable String method;

	private List<String> include = List.of();

	private boolean nullsNotDistinct;

	private final List<StorageParameter> with = new ArrayList<>();

	private @Nullable String tablespace;

	IndexSpec(@Nullable CharSequence name) {
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
	 * A column to order by.
	 * @param column its name
	 * @param content how it is ordered
	 * @return this
	 */
	public IndexSpec column(String column, Consumer<IndexColumnSpec> content) {
		return add(column, false, content);
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
	 * An expression to order by.
	 * @param sql the expression in the database's own words
	 * @param content how it is ordered
	 * @return this
	 */
	public IndexSpec expression(String sql, Consumer<IndexColumnSpec> content) {
		return add(sql, true, content);
	}

	private IndexSpec add(String text, boolean expression, Consumer<IndexColumnSpec> content) {
		IndexColumnSpec spec = new IndexColumnSpec(text, expression);
		content.accept(spec);
		this.columns.add(spec.toIndexColumn());
		return this;
	}

	/**
	 * Another method than the database's default.
	 * @param indexMethod the method in the database's own words, such as {@code gin}
	 * @return this
	 */
	public IndexSpec using(String indexMethod) {
		this.method = indexMethod;
		return this;
	}

	/**
	 * More columns that it holds, for queries to read them there.
	 * @param names their names
	 * @return this
	 */
	public IndexSpec include(String... names) {
		this.include = List.of(names);
		return this;
	}

	/**
	 * Two rows without a value count as equal.
	 * @return this
	 */
	public IndexSpec nullsNotDistinct() {
		this.nullsNotDistinct = true;
		return this;
	}

	/**
	 * How it is stored.
	 * @param parameter the parameter's name in the database's own words, such as
	 * {@code fillfactor}
	 * @param value its value
	 * @return this
	 */
	public IndexSpec with(String parameter, Object value) {
		this.with.add(new StorageParameter(parameter, value.toString()));
		return this;
	}

	/**
	 * Where it is stored.
	 * @param space the tablespace's name
	 * @return this
	 */
	public IndexSpec tablespace(String space) {
		this.tablespace = space;
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
		return new Index((this.name != null) ? this.name.toString() : null, this.columns, this.unique, this.where,
				this.method, this.include, this.nullsNotDistinct, this.with, this.tablespace);
	}

	@Nullable CharSequence name() {
		return this.name;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

}
