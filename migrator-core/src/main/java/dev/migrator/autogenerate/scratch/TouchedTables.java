package dev.migrator.autogenerate.scratch;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.TableName;

/**
 * Which tables and types of several attributes operations change, other than by creating
 * or dropping them.
 */
final class TouchedTables {

	private TouchedTables() {
	}

	static Set<TableName> of(Collection<Operation> operations) {
		Set<TableName> tables = new HashSet<>();
		for (Operation operation : operations) {
			if (operation instanceof AddColumn change) {
				tables.add(change.table());
			}
			else if (operation instanceof DropColumn change) {
				tables.add(change.table());
			}
			else if (operation instanceof AlterColumn change) {
				tables.add(change.table());
			}
			else if (operation instanceof AddConstraint change) {
				tables.add(change.table());
			}
			else if (operation instanceof DropConstraint change) {
				tables.add(change.table());
			}
			else if (operation instanceof CreateIndex change) {
				tables.add(change.table());
			}
			else if (operation instanceof DropIndex change) {
				tables.add(change.table());
			}
			else if (operation instanceof CompositeOperation change && !(operation instanceof CreateCompositeType)
					&& !(operation instanceof DropCompositeType)) {
				tables.add(change.type());
			}
			else if (operation instanceof SetTableComment change) {
				tables.add(change.table());
			}
		}
		return tables;
	}

}
