package dev.migrator.operation;

import java.util.function.Supplier;

import dev.migrator.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a new table, as a migration describes it:
 * {@code constraint("pk_hero").primaryKey("id")}.
 */
public final class ConstraintSpec {

	private final @Nullable CharSequence name;

	private @Nullable Supplier<Constraint> constraint;

	ConstraintSpec(@Nullable CharSequence name) {
		this.name = name;
	}

	/**
	 * The primary key.
	 * @param columns its columns
	 * @return the primary key, to say more of it
	 */
	public PrimaryKeySpec primaryKey(String... columns) {
		PrimaryKeySpec spec = new PrimaryKeySpec(text()).columns(columns);
		this.constraint = spec::toPrimaryKey;
		return spec;
	}

	/**
	 * Columns whose values together are unique.
	 * @param columns the columns
	 * @return the constraint, to say more of it
	 */
	public UniqueSpec unique(String... columns) {
		UniqueSpec spec = new UniqueSpec(text()).columns(columns);
		this.constraint = spec::toUnique;
		return spec;
	}

	/**
	 * A condition that each row fulfils.
	 * @param condition the condition in SQL
	 * @return the constraint, to say more of it
	 */
	public CheckSpec check(String condition) {
		CheckSpec spec = new CheckSpec(text(), condition);
		this.constraint = spec::toCheck;
		return spec;
	}

	/**
	 * Columns whose values stand in another table.
	 * @param columns the columns
	 * @return the foreign key, which needs {@code references}
	 */
	public ForeignKeySpec foreignKey(String... columns) {
		ForeignKeySpec spec = new ForeignKeySpec(text()).columns(columns);
		this.constraint = spec::toForeignKey;
		return spec;
	}

	/**
	 * No two rows for which all comparisons hold (PostgreSQL).
	 * @return the constraint, which needs {@code column} or {@code expression}
	 */
	public ExcludeSpec exclude() {
		ExcludeSpec spec = new ExcludeSpec(text());
		this.constraint = spec::toExclusion;
		return spec;
	}

	@Nullable CharSequence name() {
		return this.name;
	}

	private @Nullable String text() {
		return (this.name != null) ? this.name.toString() : null;
	}

	Constraint toConstraint() {
		if (this.constraint == null) {
			throw new IllegalArgumentException(
					"The constraint %s needs unique(…), check(…) or the like".formatted(this.name));
		}
		return this.constraint.get();
	}

}
