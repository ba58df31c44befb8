package dev.migrator.operation;

import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * The changes of how a column counts its values up, as a migration describes them.
 */
public final class AlterIdentitySpec extends CountingSpec<AlterIdentitySpec> {

	private @Nullable Boolean always;

	private @Nullable Long restart;

	AlterIdentitySpec() {
	}

	/**
	 * An insert may not name a value of its own.
	 * @return this
	 */
	public AlterIdentitySpec always() {
		this.always = true;
		return this;
	}

	/**
	 * An insert may name a value of its own.
	 * @return this
	 */
	public AlterIdentitySpec byDefault() {
		this.always = false;
		return this;
	}

	/**
	 * The next number.
	 * @param number the number
	 * @return this
	 */
	public AlterIdentitySpec restartWith(long number) {
		this.restart = number;
		return this;
	}

	@Override
	AlterIdentitySpec self() {
		return this;
	}

	IdentityChange.Alter toChange() {
		SequenceOptions options = toOptions();
		if (options.equals(SequenceOptions.NONE) && this.always == null && this.restart == null) {
			throw new IllegalArgumentException("alterIdentity(…) changes nothing");
		}
		return new IdentityChange.Alter(this.always, options, this.restart);
	}

}
