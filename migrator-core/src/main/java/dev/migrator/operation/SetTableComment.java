package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Give a table a comment, or take it away.
 *
 * @param table the table
 * @param comment the comment, or {@code null} for none
 * @param existing the comment that it has, or {@code null} if it has none
 */
public record SetTableComment(TableName table, @Nullable String comment,
		@Nullable String existing) implements TableOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new SetTableComment(this.table, this.existing, this.comment));
	}

}
