package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Sequence;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a sequence.
 *
 * @param sequence the sequence
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the sequence as it was, or {@code null} if that is not known
 */
public record DropSequence(TableName sequence, boolean ifExists, boolean cascade,
		@Nullable Sequence dropped) implements SequenceOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map((before) -> new CreateSequence(before, false));
	}

}
