package dev.migrator.operation;

import dev.migrator.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A primary key as a migration describes it.
 */
public final class PrimaryKeySpec extends KeySpec<PrimaryKeySpec> {

	private final @Nullable String name;

	PrimaryKeySpec(@Nullable String name) {
		this.name = name;
	}

	@Override
	PrimaryKeySpec self() {
		return this;
	}

	Constraint.PrimaryKey toPrimaryKey() {
		return new Constraint.PrimaryKey(this.name, columnNames(), included(), index(), deferral());
	}

}
