package dev.migrator.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * A statement with the markers that an R2DBC driver wants in place of question marks.
 * What is null stands in the text: a driver would have to be told its type, which nobody
 * knows.
 *
 * @param sql the statement
 * @param values the values of its markers in order, none of which is {@code null}
 */
record BindMarkers(String sql, List<Object> values) {

	/**
	 * Put markers into a statement.
	 * @param sql the statement with question marks
	 * @param binds their values
	 * @param marker the marker of a place, which counts from 1
	 * @return the statement with markers
	 */
	static BindMarkers of(String sql, List<? extends @Nullable Object> binds, IntFunction<String> marker) {
		if (binds.isEmpty()) {
			return new BindMarkers(sql, List.of());
		}
		StringBuilder text = new StringBuilder(sql.length() + 16);
		List<Object> values = new ArrayList<>();
		int next = 0;
		for (int i = 0; i < sql.length();) {
			int end = endOfQuoted(sql, i);
			if (end > i) {
				text.append(sql, i, end);
				i = end;
				continue;
			}
			char character = sql.charAt(i++);
			if (character != '?') {
				text.append(character);
				continue;
			}
			if (sql.startsWith("?", i)) {
				// As in PostgreSQL's JDBC driver, two of them are one character.
				text.append(character);
				i++;
				continue;
			}
			Object value = (next < binds.size()) ? binds.get(next++) : missing(sql, binds.size());
			if (value == null) {
				text.append("null");
			}
			else {
				values.add(value);
				text.append(marker.apply(values.size()));
			}
		}
		return new BindMarkers(text.toString(), values);
	}

	private static Object missing(String sql, int count) {
		throw new IllegalArgumentException("'%s' has more question marks than the %d values".formatted(sql, count));
	}

	/**
	 * Return where a text or a comment ends, in which a question mark is a character.
	 * @param sql the statement
	 * @param start where it may begin
	 * @return behind its end, or the start if none begins there
	 */
	private static int endOfQuoted(String sql, int start) {
		char first = sql.charAt(start);
		if (first == '\'' || first == '"' || first == '`') {
			int end = sql.indexOf(first, start + 1);
			return (end < 0) ? sql.length() : end + 1;
		}
		if (sql.startsWith("--", start)) {
			int end = sql.indexOf('\n', start);
			return (end < 0) ? sql.length() : end;
		}
		if (sql.startsWith("/*", start)) {
			int end = sql.indexOf("*/", start + 2);
			return (end < 0) ? sql.length() : end + 2;
		}
		return start;
	}

}
