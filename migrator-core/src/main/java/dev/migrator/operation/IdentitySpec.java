package dev.migrator.operation;

import dev.migrator.schema.Identity;

/**
 * How a column counts its values up, as a migration describes it.
 */
public final class IdentitySpec extends CountingSpec<IdentitySpec> {

	private boolean always;

	IdentitySpec() {
	}

	/**
	 * An insert may not name a value of its own.
	 * @return this
	 */
	public IdentitySpec always() {
		this.always = true;
		return this;
	}

	@Override
	IdentitySpec self() {
		return this;
	}

	Identity toIdentity() {
		return new Identity(this.always, toOptions());
	}

}
