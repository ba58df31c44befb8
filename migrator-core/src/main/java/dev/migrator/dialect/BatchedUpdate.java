package dev.migrator.dialect;

import java.util.List;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * How one database updates a table in batches: it walks along a key and never counts rows
 * to leave out. The values of a key are as {@link #keyOf(Row)} gives them, or variables
 * of a script: {@link dev.migrator.operation.Expression.Text}.
 */
public interface BatchedUpdate {

	/**
	 * Make sure that the table can be walked by the key, as far as the catalog tells.
	 * @param session where to look
	 * @throws dev.migrator.error.MigratorException {@code INVALID_REVISION} if a column
	 * is missing or may be null, or the key is not unique
	 */
	void check(SqlSession session);

	/**
	 * Ask for rows that the walk would leave out, because their key is null.
	 * @return a query with a row if there are any
	 */
	SqlStatement withoutKey();

	/**
	 * Ask where a batch ends.
	 * @param after the key of the last row before it, or {@code null} for the first batch
	 * @return a query with one row, or none if there is nothing left
	 */
	SqlStatement end(@Nullable List<Object> after);

	/**
	 * Return the key of the last row of a batch.
	 * @param end the answer to {@link #end}
	 * @return a value a column
	 */
	List<Object> keyOf(Row end);

	/**
	 * Return how many rows of the table a batch has.
	 * @param end the answer to {@link #end}
	 * @return their number
	 */
	long rowsOf(Row end);

	/**
	 * Update a batch.
	 * @param after the key of the last row before it, or {@code null} for the first batch
	 * @param last the key of its last row
	 * @return the update
	 */
	SqlStatement update(@Nullable List<Object> after, List<Object> last);

}
