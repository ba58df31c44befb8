package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which rows a statement takes. {@link Sql#column(String)} makes conditions.
 */
public sealed interface Condition {

	/**
	 * Both this and another condition.
	 * @param other the other condition
	 * @return the condition
	 */
	default Condition and(Condition other) {
		return new Both(this, other);
	}

	/**
	 * This, or another condition, or both.
	 * @param other the other condition
	 * @return the condition
	 */
	default Condition or(Condition other) {
		return new Either(this, other);
	}

	/**
	 * The opposite of this condition.
	 * @return the condition
	 */
	default Condition not() {
		return new Not(this);
	}

	/**
	 * Two values compared.
	 *
	 * @param left the one value
	 * @param operator the operator in SQL
	 * @param right the other value
	 */
	record Comparison(Expression left, Operator operator, Expression right) implements Condition {

	}

	/**
	 * A value that is missing.
	 *
	 * @param value the value
	 */
	record IsNull(Expression value) implements Condition {

	}

	/**
	 * A value among others.
	 *
	 * @param value the value
	 * @param candidates the others
	 */
	record In(Expression value, List<Expression> candidates) implements Condition {

		public In {
			candidates = List.copyOf(candidates);
		}

	}

	/**
	 * Both conditions.
	 *
	 * @param left the one
	 * @param right the other
	 */
	record Both(Condition left, Condition right) implements Condition {

	}

	/**
	 * One or both conditions.
	 *
	 * @param left the one
	 * @param right the other
	 */
	record Either(Condition left, Condition right) implements Condition {

	}

	/**
	 * The opposite of a condition.
	 *
	 * @param condition the condition
	 */
	record Not(Condition condition) implements Condition {

	}

	/**
	 * A condition in the database's own words.
	 *
	 * @param sql the condition
	 * @param binds the values of its question marks in order
	 */
	record Text(String sql, List<@Nullable Object> binds) implements Condition {

		public Text {
			binds = Collections.unmodifiableList(new ArrayList<>(binds));
		}

	}

	/**
	 * How two values are compared.
	 */
	enum Operator {

		EQUAL("="), NOT_EQUAL("<>"), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="), LIKE("like");

		private final String sql;

		Operator(String sql) {
			this.sql = sql;
		}

		/**
		 * Return the operator in SQL.
		 * @return the operator
		 */
		public String sql() {
			return this.sql;
		}

	}

}
