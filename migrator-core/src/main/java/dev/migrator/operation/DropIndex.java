package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Index;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop an index.
 *
 * @param table the table that it belongs to
 * @param name the index
 * @param ifExists whether its absence is no error
 * @param concurrently whether writers go on meanwhile (PostgreSQL; outside a transaction)
 * @param cascade whether what depends on it goes too
 * @param dropped the index as it was, or {@code null} if that is not known
 */
public record DropIndex(TableName table, String name, boolean ifExists, boolean concurrently, boolean cascade,
		@Nullable Index dropped) implements IndexOperation {

	public DropIndex(TableName table, String name, boolean ifExists, boolean concurrently) {
		this(table, name, ifExists, concurrently, false, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped)
			.map((before) -> new CreateIndex(this.table, before, false, this.concurrently));
	}

}
