package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.RenameSequence;
import dev.migrator.operation.SequenceOperation;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;

/**
 * Statements on sequences.
 */
public class SequenceSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public SequenceSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(SequenceOperation operation) {
		if (operation instanceof CreateSequence create) {
			return create(create);
		}
		if (operation instanceof AlterSequence alter) {
			return alter(alter);
		}
		return (operation instanceof RenameSequence rename) ? rename(rename) : drop((DropSequence) operation);
	}

	protected Stream<String> create(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		List<String> parts = new ArrayList<>();
		parts.add("create sequence " + this.words.ifNotExists(operation.ifNotExists())
				+ this.words.name(sequence.name()));
		if (sequence.type() != null) {
			parts.add("as " + this.words.type(sequence.type()));
		}
		options(sequence.options()).map(this::option).forEach(parts::add);
		if (sequence.owner() != null) {
			parts.add(owner(sequence, sequence.owner()));
		}
		return Stream.of(String.join(" ", parts));
	}

	/**
	 * Write which column a sequence belongs to.
	 * @param sequence the sequence
	 * @param owner the column
	 * @return the words
	 */
	protected String owner(Sequence sequence, Sequence.Owner owner) {
		return "owned by " + this.words.name(owner.table()) + "." + this.words.name(owner.column());
	}

	/**
	 * Write how a sequence or a column counts.
	 * @param options how it does
	 * @return the words, option by option
	 */
	protected static Stream<String> options(SequenceOptions options) {
		List<String> parts = new ArrayList<>();
		if (options.start() != null) {
			parts.add("start with " + options.start());
		}
		if (options.increment() != null) {
			parts.add("increment by " + options.increment());
		}
		if (options.minValue() != null || options.noMinValue()) {
			parts.add((options.noMinValue()) ? "no minvalue" : "minvalue " + options.minValue());
		}
		if (options.maxValue() != null || options.noMaxValue()) {
			parts.add((options.noMaxValue()) ? "no maxvalue" : "maxvalue " + options.maxValue());
		}
		if (options.cache() != null) {
			parts.add("cache " + options.cache());
		}
		if (options.cycle() != null) {
			parts.add((options.cycle()) ? "cycle" : "no cycle");
		}
		return parts.stream();
	}

	/**
	 * Write an option of a sequence.
	 * @param option the option in the words of the standard
	 * @return the option in the database's words
	 */
	protected String option(String option) {
		return option;
	}

	protected Stream<String> alter(AlterSequence operation) {
		Stream<String> restart = (operation.restart() != null) ? Stream.of("restart with " + operation.restart())
				: Stream.empty();
		return Stream.of(Stream.concat(options(operation.options()).map(this::option), restart)
			.collect(Collectors.joining(" ", "alter sequence " + this.words.name(operation.sequence()) + " ", "")));
	}

	protected Stream<String> rename(RenameSequence operation) {
		return Stream.of("alter sequence " + this.words.name(operation.sequence()) + " rename to "
				+ this.words.name(operation.newName()));
	}

	protected Stream<String> drop(DropSequence operation) {
		return Stream.of("drop sequence " + this.words.ifExists(operation.ifExists())
				+ this.words.name(operation.sequence()) + this.words.cascade(operation.cascade()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
