package dev.migrator.dialect.sqlite;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;

/**
 * Which operations need to know the table as it is.
 */
final class SchemaNeeds {

	private SchemaNeeds() {
	}

	/**
	 * Return whether what an operation becomes depends on its table.
	 * @param operation the operation
	 * @return whether to look at the table
	 */
	static boolean has(Operation operation) {
		if (operation instanceof AddColumn add) {
			return add.ifNotExists() || !isAlterTable(add);
		}
		if (operation instanceof AlterColumn alter) {
			boolean identity = alter.identity() != null && !(alter.identity() instanceof IdentityChange.Alter);
			return alter.type() != null || alter.nullable() != null || alter.defaultChange() != null
					|| alter.computed() != null || identity;
		}
		return operation instanceof DropTable || operation instanceof DropColumn || operation instanceof RenameIndex
				|| operation instanceof AddConstraint || operation instanceof DropConstraint
				|| operation instanceof RenameConstraint;
	}

	/**
	 * Return whether {@code alter table} can add a column: it has no expression that the
	 * rows would need the values of, and no index.
	 * @param add the operation
	 * @return whether the table need not be copied
	 */
	static boolean isAlterTable(AddColumn add) {
		boolean stored = add.column().computed() != null && !add.column().computed().virtual();
		boolean index = add.constraints()
			.stream()
			.anyMatch((constraint) -> constraint instanceof Constraint.PrimaryKey
					|| constraint instanceof Constraint.Unique);
		boolean value = add.column().defaultValue() != null
				&& add.constraints().stream().anyMatch(Constraint.ForeignKey.class::isInstance);
		return !(add.column().defaultValue() instanceof ColumnDefault.Expression) && !stored && !index && !value;
	}

	/**
	 * Return whether one statement can do what an operation says, whatever the table is
	 * like, or fails if it cannot.
	 * @param operation an operation that depends on its table
	 * @return whether it can be said without looking
	 */
	static boolean isOneStatement(Operation operation) {
		return (operation instanceof DropTable table && !table.cascade())
				|| (operation instanceof DropColumn column && !column.ifExists());
	}

	/**
	 * Return the table of an operation.
	 * @param operation an operation that depends on its table
	 * @return the table
	 */
	static TableName tableOf(Operation operation) {
		if (operation instanceof AddColumn add) {
			return add.table();
		}
		if (operation instanceof DropColumn drop) {
			return drop.table();
		}
		if (operation instanceof AlterColumn alter) {
			return alter.table();
		}
		if (operation instanceof DropTable drop) {
			return drop.table();
		}
		if (operation instanceof RenameIndex rename) {
			return rename.table();
		}
		if (operation instanceof RenameConstraint rename) {
			return rename.table();
		}
		return (operation instanceof AddConstraint add) ? add.table() : ((DropConstraint) operation).table();
	}

}
