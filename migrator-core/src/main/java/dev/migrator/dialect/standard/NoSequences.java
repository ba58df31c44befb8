package dev.migrator.dialect.standard;

import java.util.stream.Stream;

import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.RenameSequence;
import dev.migrator.schema.TableName;

/**
 * Refuses sequences, where a database has none.
 */
public final class NoSequences extends SequenceSql {

	/**
	 * Create what refuses them.
	 * @param words the database's name
	 */
	public NoSequences(SqlWords words) {
		super(words);
	}

	@Override
	protected Stream<String> create(CreateSequence operation) {
		throw lacks(operation.sequence().name());
	}

	@Override
	protected Stream<String> alter(AlterSequence operation) {
		throw lacks(operation.sequence());
	}

	@Override
	protected Stream<String> rename(RenameSequence operation) {
		throw lacks(operation.sequence());
	}

	@Override
	protected Stream<String> drop(DropSequence operation) {
		throw lacks(operation.sequence());
	}

	private MigratorException lacks(TableName sequence) {
		return words().lacks("sequences such as '%s'".formatted(sequence),
				"Have a primary key count up, by identity(), and leave them out there.");
	}

}
