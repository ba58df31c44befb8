package dev.migrator.operation;

/**
 * How an attribute of a type comes or is renamed:
 * {@code op.addAttribute("place", "name", text(), (a) -> a.cascade())}.
 */
public final class AttributeSpec {

	private boolean cascade;

	AttributeSpec() {
	}

	/**
	 * Change tables that were created of the type, too, which is refused otherwise.
	 * @return this
	 */
	public AttributeSpec cascade() {
		this.cascade = true;
		return this;
	}

	boolean isCascade() {
		return this.cascade;
	}

}
