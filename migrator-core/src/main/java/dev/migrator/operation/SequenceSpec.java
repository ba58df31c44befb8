package dev.migrator.operation;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A new sequence as a migration describes it.
 */
public final class SequenceSpec extends CountingSpec<SequenceSpec> {

	private final TableName name;

	private @Nullable ColumnType type;

	private Sequence.@Nullable Owner owner;

	private boolean ifNotExists;

	SequenceSpec(TableName name) {
		this.name = name;
	}

	/**
	 * The type of its numbers.
	 * @param numbers a type of whole numbers
	 * @return this
	 */
	public SequenceSpec as(ColumnType numbers) {
		this.type = numbers;
		return this;
	}

	/**
	 * It goes when a column goes (PostgreSQL).
	 * @param table the column's table
	 * @param column the column
	 * @return this
	 */
	public SequenceSpec ownedBy(String table, String column) {
		this.owner = new Sequence.Owner(TableName.of(table), column);
		return this;
	}

	/**
	 * Do nothing where there is a sequence of that name.
	 * @return this
	 */
	public SequenceSpec ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	@Override
	SequenceSpec self() {
		return this;
	}

	CreateSequence toOperation() {
		return new CreateSequence(new Sequence(this.name, this.type, toOptions(), this.owner), this.ifNotExists);
	}

}
