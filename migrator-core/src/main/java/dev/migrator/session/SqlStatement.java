package dev.migrator.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One statement with the values of its question marks.
 *
 * @param sql the statement; without values a question mark is just a character
 * @param binds the values in order
 */
public record SqlStatement(String sql, List<@Nullable Object> binds) {

	public SqlStatement {
		binds = Collections.unmodifiableList(new ArrayList<>(binds));
	}

	/**
	 * Create a statement.
	 * @param sql the statement
	 * @param binds the values of its question marks in order
	 * @return the statement
	 */
	public static SqlStatement of(String sql, @Nullable Object... binds) {
		return new SqlStatement(sql, Arrays.asList(binds));
	}

	/**
	 * Return the statement with its values, arrays by what is in them, so that equal
	 * statements have equal texts.
	 */
	@Override
	public String toString() {
		return "SqlStatement[sql=%s, binds=%s]".formatted(this.sql, Arrays.deepToString(this.binds.toArray()));
	}

}
