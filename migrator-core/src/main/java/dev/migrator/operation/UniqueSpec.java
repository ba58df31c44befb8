package dev.migrator.operation;

import dev.migrator.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint as a migration describes it.
 */
public final class UniqueSpec extends KeySpec<UniqueSpec> {

	private final @Nullable String name;

	private boolean nullsNotDistinct;

	UniqueSpec(@Nullable String name) {
		this.name = name;
	}

	/**
	 * Two rows without a value count as equal.
	 * @return this
	 */
	public UniqueSpec nullsNotDistinct() {
		this.nullsNotDistinct = true;
		return this;
	}

	@Override
	UniqueSpec self() {
		return this;
	}

	Constraint.Unique toUnique() {
		return new Constraint.Unique(this.name, columnNames(), this.nullsNotDistinct, included(), index(), deferral());
	}

}
