package dev.migrator.operation;

import dev.migrator.schema.Deferral;
import org.jspecify.annotations.Nullable;

/**
 * A constraint as a migration describes it that may be checked later than by each
 * statement.
 *
 * @param <S> its own type
 */
public abstract sealed class DeferrableSpec<S extends DeferrableSpec<S>> permits KeySpec, ForeignKeySpec, ExcludeSpec {

	private @Nullable Deferral deferral;

	DeferrableSpec() {
	}

	/**
	 * A transaction may ask to have it checked at its end.
	 * @return this
	 */
	public S deferrable() {
		this.deferral = Deferral.INITIALLY_IMMEDIATE;
		return self();
	}

	/**
	 * It is checked at the end of a transaction, unless that asks for it at once.
	 * @return this
	 */
	public S initiallyDeferred() {
		this.deferral = Deferral.INITIALLY_DEFERRED;
		return self();
	}

	@Nullable Deferral deferral() {
		return this.deferral;
	}

	abstract S self();

}
