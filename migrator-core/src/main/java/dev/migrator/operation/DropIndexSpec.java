package dev.migrator.operation;

/**
 * How an index is dropped: {@code op.dropIndex("ix", "hero", (drop) -> drop.ifExists())}.
 */
public final class DropIndexSpec {

	private boolean ifExists;

	private boolean cascade;

	private boolean concurrently;

	DropIndexSpec() {
	}

	/**
	 * Do nothing where it is absent.
	 * @return this
	 */
	public DropIndexSpec ifExists() {
		this.ifExists = true;
		return this;
	}

	/**
	 * Drop what depends on it, too.
	 * @return this
	 */
	public DropIndexSpec cascade() {
		this.cascade = true;
		return this;
	}

	/**
	 * Let writers go on meanwhile (PostgreSQL; outside a transaction).
	 * @return this
	 */
	public DropIndexSpec concurrently() {
		this.concurrently = true;
		return this;
	}

	boolean isIfExists() {
		return this.ifExists;
	}

	boolean isCascade() {
		return this.cascade;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

}
