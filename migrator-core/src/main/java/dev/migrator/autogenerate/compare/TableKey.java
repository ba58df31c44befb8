package dev.migrator.autogenerate.compare;

import java.util.Set;

import dev.migrator.autogenerate.AutogenerateFilter;
import dev.migrator.autogenerate.Facet;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or an index of a table: what it is, what it says, and how it is created
 * and dropped.
 *
 * @param form what it says, whatever its name
 * @param constraint the constraint, or {@code null} if it is an index
 * @param index the index, or {@code null} if it is a constraint
 * @param columns the columns that it is about, those in its expressions among them
 */
record TableKey(KeyForm form, @Nullable Constraint constraint, @Nullable Index index, Set<String> columns) {

	@Nullable String name() {
		return (this.constraint != null) ? this.constraint.name() : index0().name();
	}

	Facet facet() {
		if (this.constraint == null) {
			return Facet.INDEXES;
		}
		return switch (ConstraintType.of(this.constraint)) {
			case PRIMARY_KEY -> Facet.PRIMARY_KEYS;
			case FOREIGN_KEY -> Facet.FOREIGN_KEYS;
			case UNIQUE -> Facet.UNIQUE_CONSTRAINTS;
			case CHECK -> Facet.CHECKS;
			case EXCLUSION -> Facet.EXCLUSIONS;
		};
	}

	AutogenerateFilter.Kind kind() {
		return switch (facet()) {
			case PRIMARY_KEYS -> AutogenerateFilter.Kind.PRIMARY_KEY;
			case FOREIGN_KEYS -> AutogenerateFilter.Kind.FOREIGN_KEY;
			case UNIQUE_CONSTRAINTS -> AutogenerateFilter.Kind.UNIQUE_CONSTRAINT;
			case CHECKS -> AutogenerateFilter.Kind.CHECK;
			case EXCLUSIONS -> AutogenerateFilter.Kind.EXCLUSION;
			default -> AutogenerateFilter.Kind.INDEX;
		};
	}

	boolean isForeign() {
		return this.form instanceof KeyForm.Foreign;
	}

	Object part() {
		return (this.constraint != null) ? this.constraint : index0();
	}

	TableKey withName(String name) {
		return (this.constraint != null) ? new TableKey(this.form, this.constraint.withName(name), null, this.columns)
				: new TableKey(this.form, null, index0().withName(name), this.columns);
	}

	/**
	 * Return the form of a unique constraint that says the same.
	 * @return the form, or {@code null} if this is more than that, or not unique
	 */
	KeyForm.@Nullable Unique unique() {
		if (this.form instanceof KeyForm.Unique unique) {
			return unique;
		}
		return (this.form instanceof KeyForm.Index form) ? KeyForms.unique(form) : null;
	}

	Operation create(TableName table) {
		return (this.constraint != null) ? new AddConstraint(table, this.constraint)
				: new CreateIndex(table, index0(), false, false);
	}

	/**
	 * Return whether there is a way to drop it: by its name, or since there is only one.
	 * @return whether there is
	 */
	boolean canBeDropped() {
		return name() != null || this.form instanceof KeyForm.Primary;
	}

	Operation drop(TableName table) {
		String name = (name() != null) ? name() : "pk_" + table.name();
		return (this.constraint != null)
				? new DropConstraint(table, name, ConstraintType.of(this.constraint), false, false, this.constraint)
				: new DropIndex(table, name, false, false, false, index0());
	}

	Operation rename(TableName table, String newName) {
		String name = String.valueOf(name());
		return (this.constraint != null) ? new RenameConstraint(table, name, newName)
				: new RenameIndex(table, name, newName);
	}

	private Index index0() {
		if (this.index == null) {
			throw new IllegalStateException("Neither a constraint nor an index");
		}
		return this.index;
	}

}
