package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.TableName;

/**
 * What a migration does to sequences.
 */
public sealed interface SequenceDirectives extends Directives permits Operations {

	/**
	 * Create a sequence that counts as the database does by default.
	 * @param sequence its name
	 */
	default void createSequence(String sequence) {
		createSequence(sequence, (spec) -> {
		});
	}

	/**
	 * Create a sequence.
	 * @param sequence its name
	 * @param content how it counts
	 */
	default void createSequence(String sequence, Consumer<SequenceSpec> content) {
		SequenceSpec spec = new SequenceSpec(TableName.of(sequence));
		content.accept(spec);
		apply(spec.toOperation());
	}

	/**
	 * Change how a sequence counts.
	 * @param sequence its name
	 * @param content what changes
	 */
	default void alterSequence(String sequence, Consumer<AlterSequenceSpec> content) {
		AlterSequenceSpec spec = new AlterSequenceSpec();
		content.accept(spec);
		apply(spec.toOperation(TableName.of(sequence)));
	}

	/**
	 * Give a sequence another name in the same schema.
	 * @param sequence its name
	 * @param newName its new name, without a schema
	 */
	default void renameSequence(String sequence, String newName) {
		apply(new RenameSequence(TableName.of(sequence), newName));
	}

	/**
	 * Drop a sequence.
	 * @param sequence its name
	 */
	default void dropSequence(String sequence) {
		dropSequence(sequence, (drop) -> {
		});
	}

	/**
	 * Drop a sequence.
	 * @param sequence its name
	 * @param content how it is dropped
	 */
	default void dropSequence(String sequence, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropSequence(TableName.of(sequence), spec.isIfExists(), spec.isCascade(), null));
	}

}
