package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a constraint of a table.
 *
 * @param table the table
 * @param name the constraint
 * @param type its kind, which some databases must know
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the constraint as it was, or {@code null} if that is not known
 */
public record DropConstraint(TableName table, String name, ConstraintType type, boolean ifExists, boolean cascade,
		@Nullable Constraint dropped) implements ConstraintOperation {

	public DropConstraint(TableName table, String name, ConstraintType type, boolean ifExists) {
		this(table, name, type, ifExists, false, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map((before) -> new AddConstraint(this.table, before));
	}

}
