package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a sequence as a migration describes them.
 */
public final class AlterSequenceSpec extends CountingSpec<AlterSequenceSpec> {

	private @Nullable Long restart;

	private @Nullable SequenceOptions existing;

	AlterSequenceSpec() {
	}

	/**
	 * The next number.
	 * @param number the number
	 * @return this
	 */
	public AlterSequenceSpec restartWith(long number) {
		this.restart = number;
		return this;
	}

	/**
	 * Say how it counts before, for the change to be reversed.
	 * @param content how it counts
	 * @return this
	 */
	public AlterSequenceSpec existing(Consumer<AlterSequenceSpec> content) {
		AlterSequenceSpec spec = new AlterSequenceSpec();
		content.accept(spec);
		this.existing = spec.toOptions();
		return this;
	}

	@Override
	AlterSequenceSpec self() {
		return this;
	}

	AlterSequence toOperation(TableName sequence) {
		SequenceOptions options = toOptions();
		if (options.equals(SequenceOptions.NONE) && this.restart == null) {
			throw new IllegalArgumentException("alterSequence of %s changes nothing".formatted(sequence));
		}
		return new AlterSequence(sequence, options, this.restart, this.existing);
	}

}
