package dev.migrator.operation;

import java.util.Arrays;
import java.util.List;

import dev.migrator.operation.Condition.Operator;
import dev.migrator.schema.Json;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The words of typed data statements, to be imported statically:
 * {@code op.update(table("hero")).set("power_level", 0).where(column("power_level").isNull())}.
 */
public final class Sql {

	private Sql() {
	}

	/**
	 * A table.
	 * @param name its name, as {@link TableName#of(String)} takes it
	 * @return the table's name
	 */
	public static TableName table(String name) {
		return TableName.of(name);
	}

	/**
	 * A column, to compare or to take the value of.
	 * @param name its name
	 * @return the column
	 */
	public static ColumnTerm column(String name) {
		return new ColumnTerm(new Expression.ColumnValue(name));
	}

	/**
	 * An expression in the database's own words:
	 * {@code expression("power_level + ?", bonus)}.
	 * @param sql the expression, with a question mark for each bound value; without
	 * values a question mark is just a character
	 * @param binds the values
	 * @return the expression
	 */
	public static Expression expression(String sql, @Nullable Object... binds) {
		return new Expression.Text(sql, Arrays.asList(binds));
	}

	/**
	 * A value that is JSON, for a column of that type.
	 * @param text the JSON
	 * @return the value
	 */
	public static Json json(String text) {
		return new Json(text);
	}

	/**
	 * A condition in the database's own words.
	 * @param sql the condition, with a question mark for each bound value
	 * @param binds the values
	 * @return the condition
	 */
	public static Condition condition(String sql, @Nullable Object... binds) {
		return new Condition.Text(sql, Arrays.asList(binds));
	}

	/**
	 * A column that conditions are made from.
	 *
	 * @param value the column's value
	 */
	public record ColumnTerm(Expression value) {

		public Condition eq(Object other) {
			return compare(Operator.EQUAL, other);
		}

		public Condition ne(Object other) {
			return compare(Operator.NOT_EQUAL, other);
		}

		public Condition lt(Object other) {
			return compare(Operator.LESS, other);
		}

		public Condition le(Object other) {
			return compare(Operator.LESS_OR_EQUAL, other);
		}

		public Condition gt(Object other) {
			return compare(Operator.GREATER, other);
		}

		public Condition ge(Object other) {
			return compare(Operator.GREATER_OR_EQUAL, other);
		}

		public Condition like(String pattern) {
			return compare(Operator.LIKE, pattern);
		}

		public Condition isNull() {
			return new Condition.IsNull(this.value);
		}

		public Condition isNotNull() {
			return isNull().not();
		}

		/**
		 * Among the given values.
		 * @param candidates at least one value
		 * @return the condition
		 */
		public Condition in(Object... candidates) {
			if (candidates.length == 0) {
				throw new IllegalArgumentException("'in' needs at least one value");
			}
			List<Expression> values = Arrays.stream(candidates).map(Expression::of).toList();
			return new Condition.In(this.value, values);
		}

		private Condition compare(Operator operator, Object other) {
			Object term = (other instanceof ColumnTerm column) ? column.value() : other;
			return new Condition.Comparison(this.value, operator, Expression.of(term));
		}

	}

}
