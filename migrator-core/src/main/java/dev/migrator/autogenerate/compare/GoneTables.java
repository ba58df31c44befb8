package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Drops tables, each before those that its foreign keys name: last of all, unless
 * something that is created takes one of their names.
 *
 * @param stable tells which keys there are meanwhile
 * @param changes where changes go
 */
record GoneTables(StableKeys stable, ChangeSet changes) {

	void drop(List<TableSide> sides, Set<String> createdNames) {
		Map<TableName, TableSide> byName = new HashMap<>();
		sides.forEach((side) -> byName.put(side.name(), side));
		boolean early = sides.stream()
			.flatMap((side) -> side.keys().stream())
			.anyMatch((key) -> key.name() != null && createdNames.contains(key.name()));
		List<Table> order = new ArrayList<>(TableOrder.of(sides.stream().map(TableSide::table).toList()));
		Collections.reverse(order);
		Set<TableName> dropped = new HashSet<>();
		for (Table table : order) {
			drop(table, byName.keySet(), dropped, (early) ? Phase.DROP_TABLES_EARLY : Phase.DROP_TABLES);
			dropped.add(table.name());
		}
	}

	private void drop(Table table, Set<TableName> all, Set<TableName> dropped, Phase phase) {
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key && key.name() != null && !staysToTheEnd(key, all, dropped)) {
				this.changes.add(Phase.DROP_FOREIGN_KEYS,
						new DropConstraint(table.name(), key.name(), ConstraintType.FOREIGN_KEY, false, false, key));
			}
			else {
				constraints.add(constraint);
			}
		}
		Table left = new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(),
				table.options());
		Operation drop = new DropTable(table.name(), false, false, left);
		this.changes.add(phase, drop);
		this.changes.remark(Remark.Kind.DATA_LOSS, table.name().toString(),
				"The rows of %s are lost; a downgrade does not bring them back.".formatted(table.name()), drop);
	}

	// Else it would be in the way of another table's end, or of its own new beginning.
	private boolean staysToTheEnd(ForeignKey key, Set<TableName> all, Set<TableName> dropped) {
		return (all.contains(key.referencedTable())) ? !dropped.contains(key.referencedTable())
				: this.stable.isStable(key);
	}

}
