package dev.migrator.operation;

import java.util.Optional;

/**
 * Something that a migration does, as data. Running it, printing it, checking it for
 * danger, turning it into source and reversing it are readers of the same record.
 */
public sealed interface Operation
		permits TableOperation, ColumnOperation, IndexOperation, ConstraintOperation, SequenceOperation, EnumOperation,
		CompositeOperation, SchemaOperation, ObjectOperation, DataOperation, ExecuteSql, CustomOperation {

	/**
	 * Return what undoes this, in a database where this was done.
	 * @return the operation, or nothing where this does not tell what was there before
	 */
	default Optional<Operation> reverse() {
		return Optional.empty();
	}

}
