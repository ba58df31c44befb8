package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.TableName;

/**
 * Give a sequence another name in the same schema.
 *
 * @param sequence the sequence
 * @param newName its new name
 */
public record RenameSequence(TableName sequence, String newName) implements SequenceOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameSequence(this.sequence.withName(this.newName), this.sequence.name()));
	}

}
