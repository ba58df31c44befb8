package dev.migrator.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A row of a result. Columns are found by their label in any case.
 */
public final class Row {

	private final Labels labels;

	private final @Nullable Object[] values;

	/**
	 * Create a row.
	 * @param values the values by column label
	 */
	public Row(Map<String, @Nullable Object> values) {
		this(new Labels(values.keySet()), values.values().toArray());
	}

	/**
	 * Create a row of a result.
	 * @param labels the labels of the result's columns
	 * @param values the values in the order of the labels
	 */
	public Row(Labels labels, @Nullable Object[] values) {
		this.labels = labels;
		this.values = values.clone();
	}

	/**
	 * Return a value as the driver gave it.
	 * @param column the column's label
	 * @return the value, or {@code null}
	 * @throws IllegalArgumentException if there is no such column
	 */
	public @Nullable Object get(String column) {
		return this.values[this.labels.place(column)];
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
		if (value instanceof Boolean bool) {
			return bool;
		}
		if (value instanceof Number number) {
			return number.longValue() != 0;
		}
		return value != null && value.toString().toLowerCase(Locale.ROOT).matches("t|true|y|yes|1|on");
	}

	/**
	 * Return all values.
	 * @return the values by column label
	 */
	public Map<String, @Nullable Object> asMap() {
		Map<String, @Nullable Object> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.labels.places.forEach((label, place) -> map.put(label, this.values[place]));
		return Collections.unmodifiableMap(map);
	}

	@Override
	public String toString() {
		return asMap().toString();
	}

	/**
	 * The labels of a result's columns, which its rows share.
	 */
	public static final class Labels {

		private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

		private final Map<String, Integer> exact = new HashMap<>();

		/**
		 * Create the labels.
		 * @param labels the labels in order; of those that are equal in any case the last
		 * one counts
		 */
		public Labels(Collection<String> labels) {
			int place = 0;
			for (String label : labels) {
				this.places.put(label, place++);
			}
			this.exact.putAll(this.places);
		}

		private int place(String column) {
			Integer place = this.exact.get(column);
			if (place == null) {
				place = this.places.get(column);
			}
			if (place == null) {
				throw new IllegalArgumentException(
						"The result has no column '%s', only %s".formatted(column, this.places.keySet()));
			}
			return place;
		}

	}

}
