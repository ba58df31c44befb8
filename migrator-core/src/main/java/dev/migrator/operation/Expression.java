package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A value in a statement.
 */
public sealed interface Expression {

	/**
	 * A value that is bound.
	 *
	 * @param value the value, or {@code null}
	 */
	record Value(@Nullable Object value) implements Expression {

	}

	/**
	 * The value of a column.
	 *
	 * @param column the column
	 */
	record ColumnValue(String column) implements Expression {

	}

	/**
	 * An expression in the database's own words.
	 *
	 * @param sql the expression
	 * @param binds the values of its question marks in order; with none of them, a
	 * question mark is just a character
	 */
	record Text(String sql, List<@Nullable Object> binds) implements Expression {

		public Text {
			binds = Collections.unmodifiableList(new ArrayList<>(binds));
		}

		public Text(String sql) {
			this(sql, List.of());
		}

	}

	/**
	 * Take an object as an expression: an expression as it is, anything else as a value
	 * to bind.
	 * @param object the object
	 * @return the expression
	 */
	static Expression of(@Nullable Object object) {
		return (object instanceof Expression expression) ? expression : new Value(object);
	}

}
