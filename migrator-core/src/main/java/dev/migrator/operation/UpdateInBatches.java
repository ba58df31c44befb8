package dev.migrator.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.UpdateRows.Assignment;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Change the values of rows of a large table, in the order of a key and a batch of rows
 * at a time, each in a transaction of its own.
 *
 * @param table the table
 * @param key the columns that order the rows: a primary key, or another that is unique
 * and never null
 * @param size how many rows of the table a batch goes over
 * @param assignments the columns and their new values
 * @param where which rows, or {@code null} for all
 */
public record UpdateInBatches(TableName table, List<String> key, int size, List<Assignment> assignments,
		@Nullable Condition where) implements DataOperation {

	/**
	 * Check what can be told without a database.
	 * @throws MigratorException {@code INVALID_REVISION} if there is no key or nothing to
	 * set, the size is not positive, or the key itself is changed
	 */
	public UpdateInBatches {
		key = List.copyOf(key);
		assignments = List.copyOf(assignments);
		if (key.isEmpty() || folded(key).size() < key.size()) {
			throw invalid(table, (key.isEmpty()) ? "names no key to walk by" : "names a column of its key twice",
					"Name the columns of the table's primary key, as by key(\"id\").");
		}
		if (size < 1) {
			throw invalid(table, "has batches of %d rows".formatted(size), "Give a size of at least 1.");
		}
		if (assignments.isEmpty()) {
			throw invalid(table, "sets no column", "Say what to change, as by set(\"power_level\", 0).");
		}
		Set<String> columns = folded(key);
		for (Assignment assignment : assignments) {
			if (columns.contains(assignment.column().toLowerCase(Locale.ROOT))) {
				throw invalid(table, "sets '%s', by which it walks, and so could meet a row twice or never"
					.formatted(assignment.column()), "Walk by another key, or use op.update.");
			}
		}
	}

	private static Set<String> folded(List<String> key) {
		Set<String> folded = new HashSet<>();
		key.forEach((column) -> folded.add(column.toLowerCase(Locale.ROOT)));
		return folded;
	}

	private static MigratorException invalid(TableName table, String problem, String action) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"the update of %s in batches %s.".formatted(table, problem), action);
	}

	/**
	 * Return the update that changes the same rows at once.
	 * @return the update
	 */
	public UpdateRows atOnce() {
		return new UpdateRows(this.table, this.assignments, this.where);
	}

}
