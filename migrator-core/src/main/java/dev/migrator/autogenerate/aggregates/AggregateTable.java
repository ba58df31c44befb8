package dev.migrator.autogenerate.aggregates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * A table that an aggregate wants.
 *
 * @param name its name
 * @param columns its columns in order
 * @param constraints its keys, without names
 */
record AggregateTable(TableName name, List<AggregateColumn> columns, List<Constraint> constraints) {

	/**
	 * Add what another class wants of the same table. Its columns may be null, since the
	 * rows of this one do not have them.
	 * @param other the same table
	 * @return the table for both
	 */
	AggregateTable and(AggregateTable other) {
		Map<String, AggregateColumn> all = new LinkedHashMap<>();
		this.columns.forEach((column) -> all.put(column.column().name(), column));
		other.columns.forEach((column) -> all.putIfAbsent(column.column().name(),
				new AggregateColumn(column.column().withNullable(true), true)));
		return new AggregateTable(this.name, List.copyOf(all.values()), this.constraints);
	}

	Table table() {
		List<Column> all = this.columns.stream().map(AggregateColumn::column).toList();
		return new Table(this.name, all, this.constraints, List.of(), null);
	}

}
