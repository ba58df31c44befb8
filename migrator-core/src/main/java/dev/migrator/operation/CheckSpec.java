package dev.migrator.operation;

import dev.migrator.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint as a migration describes it.
 */
public final class CheckSpec {

	private final @Nullable String name;

	private final String condition;

	private boolean noInherit;

	private boolean notValid;

	private boolean notEnforced;

	CheckSpec(@Nullable String name, String condition) {
		this.name = name;
		this.condition = condition;
	}

	/**
	 * Tables that inherit from this one are free of it (PostgreSQL).
	 * @return this
	 */
	public CheckSpec noInherit() {
		this.noInherit = true;
		return this;
	}

	/**
	 * Do not check the rows that are there, which spares a long lock; a later
	 * {@link Operations#validateConstraint} does. Where a database has no such
	 * constraints, they are checked at once.
	 * @return this
	 */
	public CheckSpec notValid() {
		this.notValid = true;
		return this;
	}

	/**
	 * Check no row at all, until it is dropped and created again (MySQL, and PostgreSQL
	 * from 18).
	 * @return this
	 */
	public CheckSpec notEnforced() {
		this.notEnforced = true;
		return this;
	}

	Constraint.Check toCheck() {
		return new Constraint.Check(this.name, this.condition, this.noInherit, this.notValid, this.notEnforced);
	}

}
