package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Run one statement in the database's own words.
 *
 * @param sql the statement
 * @param binds the values of its question marks in order; with none of them, a question
 * mark is just a character
 * @param location where the statement stands, or {@code null} if it comes from Java
 */
public record ExecuteSql(String sql, List<@Nullable Object> binds,
		@Nullable SourceLocation location) implements Operation {

	public ExecuteSql {
		binds = Collections.unmodifiableList(new ArrayList<>(binds));
	}

	/**
	 * Run one statement in the database's own words, from Java.
	 * @param sql the statement, with a question mark for each value; without values a
	 * question mark is just a character
	 * @param binds the values
	 * @return the operation
	 */
	public static ExecuteSql of(String sql, @Nullable Object... binds) {
		return new ExecuteSql(sql, Arrays.asList(binds), null);
	}

}
