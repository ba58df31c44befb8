package dev.migrator.operation;

/**
 * How something is dropped: {@code op.dropTable("hero", (drop) -> drop.ifExists())}.
 */
public final class DropSpec {

	private boolean ifExists;

	private boolean cascade;

	DropSpec() {
	}

	/**
	 * Do nothing where it is absent.
	 * @return this
	 */
	public DropSpec ifExists() {
		this.ifExists = true;
		return this;
	}

	/**
	 * Drop what depends on it, too.
	 * @return this
	 */
	public DropSpec cascade() {
		this.cascade = true;
		return this;
	}

	boolean isIfExists() {
		return this.ifExists;
	}

	boolean isCascade() {
		return this.cascade;
	}

}
