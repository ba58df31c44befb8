package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Column;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a column and its values.
 *
 * @param table the table
 * @param column the column
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the column as it was, or {@code null} if that is not known
 */
public record DropColumn(TableName table, String column, boolean ifExists, boolean cascade,
		@Nullable Column dropped) implements ColumnOperation {

	public DropColumn(TableName table, String column, boolean ifExists) {
		this(table, column, ifExists, false, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map((before) -> new AddColumn(this.table, before, false));
	}

}
