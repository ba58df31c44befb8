package dev.migrator.operation;

/**
 * What is done to a sequence.
 */
public sealed interface SequenceOperation extends Operation
		permits CreateSequence, AlterSequence, RenameSequence, DropSequence {

}
