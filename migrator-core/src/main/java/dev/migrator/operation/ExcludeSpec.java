package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Exclusion.Element;
import dev.migrator.schema.Index.IndexColumn;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint as a migration describes it (PostgreSQL):
 * {@code using("gist").column("room", "=").column("during", "&&")}.
 */
public final class ExcludeSpec extends DeferrableSpec<ExcludeSpec> {

	private final @Nullable String name;

	private final List<Element> elements = new ArrayList<>();

	private @Nullable String method;

	private @Nullable String where;

	ExcludeSpec(@Nullable String name) {
		this.name = name;
	}

	/**
	 * The method of its index.
	 * @param indexMethod the method, such as {@code gist}
	 * @return this
	 */
	public ExcludeSpec using(String indexMethod) {
		this.method = indexMethod;
		return this;
	}

	/**
	 * Compare a column.
	 * @param column its name
	 * @param operator the operator that must not hold between two rows
	 * @return this
	 */
	public ExcludeSpec column(String column, String operator) {
		this.elements.add(new Element(new IndexColumn(column, false, false), operator));
		return this;
	}

	/**
	 * Compare an expression.
	 * @param sql the expression in the database's own words
	 * @param operator the operator that must not hold between two rows
	 * @return this
	 */
	public ExcludeSpec expression(String sql, String operator) {
		this.elements.add(new Element(new IndexColumn(sql, true, false), operator));
		return this;
	}

	/**
	 * Compare a column.
	 * @param column its name
	 * @param operator the operator that must not hold between two rows
	 * @param content how its index orders it
	 * @return this
	 */
	public ExcludeSpec column(String column, String operator, Consumer<IndexColumnSpec> content) {
		return add(column, false, operator, content);
	}

	/**
	 * Compare an expression.
	 * @param sql the expression in the database's own words
	 * @param operator the operator that must not hold between two rows
	 * @param content how its index orders it
	 * @return this
	 */
	public ExcludeSpec expression(String sql, String operator, Consumer<IndexColumnSpec> content) {
		return add(sql, true, operator, content);
	}

	private ExcludeSpec add(String text, boolean expression, String operator, Consumer<IndexColumnSpec> content) {
		IndexColumnSpec spec = new IndexColumnSpec(text, expression);
		content.accept(spec);
		this.elements.add(new Element(spec.toIndexColumn(), operator));
		return this;
	}

	/**
	 * Only some rows.
	 * @param condition which, in SQL
	 * @return this
	 */
	public ExcludeSpec where(String condition) {
		this.where = condition;
		return this;
	}

	@Override
	ExcludeSpec self() {
		return this;
	}

	Constraint.Exclusion toExclusion() {
		if (this.elements.isEmpty()) {
			throw new IllegalArgumentException("An exclusion constraint needs column(…) or expression(…)");
		}
		return new Constraint.Exclusion(this.name, this.method, this.elements, this.where, deferral());
	}

}
