package dev.migrator.dialect.mariadb;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.SequenceSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.RenameSequence;
import dev.migrator.schema.Sequence;

/**
 * Sequences of MariaDB.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class MariadbSequenceSql extends SequenceSql {

	private final ServerFeatures features;

	MariadbSequenceSql(SqlWords words, ServerFeatures features) {
		super(words);
		this.features = features;
	}

	@Override
	protected Stream<String> create(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		words().refuse(sequence.type() != null && !this.features.hasTypedSequences(),
				"type for the numbers of a sequence, as '%s' has, before version 11.5".formatted(sequence.name()),
				"Leave as(…) out there, and set its limits.");
		return super.create(operation);
	}

	@Override
	protected String option(String option) {
		return (option.equals("no cycle")) ? "nocycle" : option;
	}

	@Override
	protected String owner(Sequence sequence, Sequence.Owner owner) {
		throw words().lacks("sequence that belongs to a column, as '%s' would".formatted(sequence.name()),
				"Leave ownedBy(…) out there, for example by op.dialect().");
	}

	// A sequence is renamed as a table is.
	@Override
	protected Stream<String> rename(RenameSequence operation) {
		return Stream.of("rename table " + words().name(operation.sequence()) + " to "
				+ words().name(operation.sequence().withName(operation.newName())));
	}

	@Override
	protected Stream<String> drop(DropSequence operation) {
		words().refuse(operation.cascade(), "way to drop with a sequence what depends on it",
				"Drop that first, for example by op.dialect().");
		return super.drop(operation);
	}

}
