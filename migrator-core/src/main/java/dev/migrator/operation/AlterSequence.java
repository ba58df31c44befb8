package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Change how a sequence counts.
 *
 * @param sequence the sequence
 * @param options what changes
 * @param restart the next number, or {@code null} to leave it as it is
 * @param existing how it counts before, or {@code null} if that is not known
 */
public record AlterSequence(TableName sequence, SequenceOptions options, @Nullable Long restart,
		@Nullable SequenceOptions existing) implements SequenceOperation {

	@Override
	public Optional<Operation> reverse() {
		if (this.existing == null || this.restart != null) {
			return Optional.empty();
		}
		SequenceOptions before = this.existing;
		return Optional.ofNullable(SequenceReversal.of(this.options, before))
			.map((change) -> new AlterSequence(this.sequence, change, null,
					SequenceReversal.after(this.options, before)));
	}

}
