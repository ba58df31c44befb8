package dev.migrator.dialect.h2;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.SequenceSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.RenameSequence;
import dev.migrator.schema.Sequence;

/**
 * Sequences of H2.
 *
 * @see <a href="https://www.h2database.com/html/commands.html#create_sequence">CREATE
 * SEQUENCE</a>
 */
final class H2SequenceSql extends SequenceSql {

	H2SequenceSql(SqlWords words) {
		super(words);
	}

	@Override
	protected String owner(Sequence sequence, Sequence.Owner owner) {
		throw words().lacks("sequence that belongs to a column, as '%s' would".formatted(sequence.name()),
				"Leave ownedBy(…) out on H2, for example by op.dialect().");
	}

	@Override
	protected Stream<String> rename(RenameSequence operation) {
		throw words().lacks("new name for a sequence such as '%s'".formatted(operation.sequence()),
				"Create another one on H2, for example by op.dialect().");
	}

	@Override
	protected Stream<String> drop(DropSequence operation) {
		words().refuse(operation.cascade(), "way to drop with a sequence what depends on it",
				"Drop that first, for example by op.dialect().");
		return super.drop(operation);
	}

}
