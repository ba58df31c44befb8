package dev.migrator.operation;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A row of a result. Columns are found by their label in any case.
 */
public final class Row {

	private final Map<String, @Nullable Object> values;

	/**
	 * Create a row.
	 * @param values the values by column label
	 */
	public Row(Map<String, @Nullable Object> values) {
		TreeMap<String, @Nullable Object> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		copy.putAll(values);
		this.values = Collections.unmodifiableMap(copy);
	}

	/**
	 * Return a value as the driver gave it.
	 * @param column the column's label
	 * @return the value, or {@code null}
	 * @throws IllegalArgumentException if there is no such column
	 */
	public @Nullable Object get(String column) {
		if (!this.values.containsKey(column)) {
			throw new IllegalArgumentException(
					"The result has no column '%s', only %s".formatted(column, this.values.keySet()));
		}
		return this.values.get(column);
	}

	/**
	 * Return a value as text.
	 * @param column the column's label
	 * @return the text, or {@code null}
	 */
	public @Nullable String string(String column) {
		Object value = get(column);
		return (value != null) ? value.toString() : null;
	}

	/**
	 * Return a whole number.
	 * @param column the column's label
	 * @return the number
	 * @throws IllegalArgumentException if there is no value, or it is no number
	 */
	public long number(String column) {
		Object value = get(column);
		if (value instanceof Number number) {
			return number.longValue();
		}
		throw new IllegalArgumentException("'%s' is no number but %s".formatted(column, value));
	}

	/**
	 * Return whether a value is true.
	 * @param column the column's label
	 * @return {@code true} for a true boolean, a number other than 0, or a text of true
	 */
	public boolean bool(String column) {
		Object value = get(column);
		if (value instanceof Number number) {
			return number.longValue() != 0;
		}
		return value != null && (Boolean.TRUE.equals(value)
				|| value.toString().toLowerCase(Locale.ROOT).matches("t|true|y|yes|1|on"));
	}

	/**
	 * Return all values.
	 * @return the values by column label
	 */
	public Map<String, @Nullable Object> asMap() {
		return this.values;
	}

	@Override
	public String toString() {
		return this.values.toString();
	}

}
