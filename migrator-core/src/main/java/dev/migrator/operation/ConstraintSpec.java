package dev.migrator.operation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.migrator.schema.Constraint;

/**
 * A named constraint of a new table, as a migration describes it:
 * {@code constraint("pk_hero").primaryKey("id")}.
 */
public final class ConstraintSpec {

	private final String name;

	private final Consumer<Supplier<Constraint>> constraints;

	ConstraintSpec(String name, Consumer<Supplier<Constraint>> constraints) {
		this.name = name;
		this.constraints = constraints;
	}

	/**
	 * The primary key.
	 * @param columns its columns
	 */
	public void primaryKey(String... columns) {
		add(new Constraint.PrimaryKey(this.name, List.of(columns)));
	}

	/**
	 * Columns whose values together are unique.
	 * @param columns the columns
	 */
	public void unique(String... columns) {
		add(new Constraint.Unique(this.name, List.of(columns)));
	}

	/**
	 * A condition that each row fulfils.
	 * @param condition the condition in SQL
	 */
	public void check(String condition) {
		add(new Constraint.Check(this.name, condition));
	}

	/**
	 * Columns whose values stand in another table.
	 * @param columns the columns
	 * @return the foreign key, which needs {@code references}
	 */
	public ForeignKeySpec foreignKey(String... columns) {
		ForeignKeySpec spec = new ForeignKeySpec(this.name).columns(columns);
		this.constraints.accept(spec::toForeignKey);
		return spec;
	}

	private void add(Constraint constraint) {
		this.constraints.accept(() -> constraint);
	}

}
