package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a table and its rows.
 *
 * @param table the table
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the table as it was, or {@code null} if that is not known
 */
public record DropTable(TableName table, boolean ifExists, boolean cascade,
		@Nullable Table dropped) implements TableOperation {

	public DropTable(TableName table, boolean ifExists) {
		this(table, ifExists, false, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map((before) -> new CreateTable(before, false));
	}

}
