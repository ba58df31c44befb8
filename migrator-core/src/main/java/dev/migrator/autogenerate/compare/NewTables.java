package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Creates tables, each behind those that its foreign keys name. Where these form a
 * circle, one of them is added when all tables are there.
 *
 * @param names names what has no name
 * @param stable tells which keys there are meanwhile
 * @param changes where changes go
 */
record NewTables(KeyNames names, StableKeys stable, ChangeSet changes) {

	void create(List<TableSide> sides) {
		Map<TableName, TableSide> byName = new HashMap<>();
		sides.forEach((side) -> byName.put(side.name(), side));
		Set<TableName> created = new HashSet<>();
		for (Table table : TableOrder.of(sides.stream().map(TableSide::table).toList())) {
			created.add(table.name());
			create(Objects.requireNonNull(byName.get(table.name())), created, byName.keySet());
		}
	}

	private void create(TableSide side, Set<TableName> created, Set<TableName> all) {
		TableName name = side.name();
		List<Constraint> constraints = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		for (TableKey key : side.keys()) {
			TableKey named = (key.form() instanceof KeyForm.Primary) ? this.names.namedByConvention(key, name)
					: this.names.named(key, name);
			if (named.index() != null) {
				indexes.add(named.index());
			}
			else if (named.constraint() instanceof ForeignKey foreign && !isThere(foreign, created, all)) {
				this.changes.add(Phase.ADD_FOREIGN_KEYS, named.create(name));
			}
			else if (named.constraint() != null) {
				constraints.add(named.constraint());
			}
		}
		Table table = side.table();
		this.changes.add(Phase.CREATE_TABLES, new CreateTable(
				new Table(name, table.columns(), constraints, indexes, table.comment(), table.options()), false));
	}

	private boolean isThere(ForeignKey key, Set<TableName> created, Set<TableName> all) {
		return (all.contains(key.referencedTable())) ? created.contains(key.referencedTable())
				: this.stable.isStable(key);
	}

}
