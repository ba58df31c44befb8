package dev.migrator.autogenerate.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Puts tables in an order in which each stands behind those that its foreign keys name,
 * as far as there is one. It takes time by the number of tables and keys, and does not
 * recurse.
 */
final class TableOrder {

	private final Map<TableName, Table> tables = new HashMap<>();

	private final Set<TableName> begun = new HashSet<>();

	private final List<Table> ordered = new ArrayList<>();

	private TableOrder(Collection<Table> tables) {
		tables.forEach((table) -> this.tables.put(table.name(), table));
		tables.forEach(this::visit);
	}

	/**
	 * Order tables.
	 * @param tables the tables; where keys do not decide, their order stays
	 * @return the tables
	 */
	static List<Table> of(Collection<Table> tables) {
		return new TableOrder(tables).ordered;
	}

	private void visit(Table first) {
		Deque<Visit> path = new ArrayDeque<>();
		begin(first, path);
		while (!path.isEmpty()) {
			Visit visit = path.peek();
			if (visit.references().hasNext()) {
				Table next = this.tables.get(visit.references().next());
				if (next != null) {
					begin(next, path);
				}
			}
			else {
				path.pop();
				this.ordered.add(visit.table());
			}
		}
	}

	private void begin(Table table, Deque<Visit> path) {
		if (this.begun.add(table.name())) {
			Iterator<TableName> references = table.constraints()
				.stream()
				.filter(Constraint.ForeignKey.class::isInstance)
				.map((key) -> ((Constraint.ForeignKey) key).referencedTable())
				.iterator();
			path.push(new Visit(table, references));
		}
	}

	private record Visit(Table table, Iterator<TableName> references) {

	}

}
