package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Sequence;

/**
 * Create a sequence.
 *
 * @param sequence the sequence
 * @param ifNotExists whether a sequence of that name makes this do nothing
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements SequenceOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropSequence(this.sequence.name(), false, false, this.sequence));
	}

}
