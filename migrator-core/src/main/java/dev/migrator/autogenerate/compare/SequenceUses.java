package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Tells which columns have to do with a sequence, on both sides. It looks at all tables
 * once.
 */
final class SequenceUses {

	private final Map<TableName, Table> database;

	private final Map<TableName, Table> target;

	/** What PostgreSQL calls the sequences of columns that count by themselves. */
	private final Set<TableName> counting = new HashSet<>();

	private final Set<String> kept = new HashSet<>();

	private boolean anyStops;

	SequenceUses(Schema database, Schema target) {
		this.database = database.tablesByName();
		this.target = target.tablesByName();
		this.database.values().forEach(this::look);
	}

	private void look(Table table) {
		TableName name = table.name();
		if (this.target.containsKey(name)) {
			this.kept.add(name.name());
		}
		for (Column column : table.columns()) {
			if (column.identity() != null) {
				this.counting.add(name.withName(name.name() + "_" + column.name() + "_seq"));
				Column other = column(this.target, new Sequence.Owner(name, column.name()));
				this.anyStops |= other != null && other.identity() == null;
			}
		}
	}

	private static @Nullable Column column(Map<TableName, Table> tables, Sequence.Owner owner) {
		Table table = tables.get(owner.table());
		return (table == null) ? null
				: table.columns()
					.stream()
					.filter((column) -> column.name().equals(owner.column()))
					.findFirst()
					.orElse(null);
	}

	/**
	 * Return whether PostgreSQL has one of this name, which nobody sees, until the column
	 * counts no more.
	 * @param sequence the name of a sequence that comes
	 * @return whether it has
	 */
	boolean isTaken(TableName sequence) {
		return this.counting.contains(sequence);
	}

	/**
	 * Return whether keys for rows that are there may be drawn from a sequence: by its
	 * name, as Hibernate makes it of a table's, or since a table does not count by itself
	 * any more.
	 * @param sequence the name of a sequence that comes
	 * @return whether they may
	 */
	boolean isForRows(TableName sequence) {
		String name = sequence.name();
		for (int i = name.indexOf('_'); i >= 0; i = name.indexOf('_', i + 1)) {
			if (this.kept.contains(name.substring(0, i))) {
				return true;
			}
		}
		return this.anyStops;
	}

	/**
	 * Return whether a sequence goes with its column by itself.
	 * @param sequence the sequence
	 * @return whether its column goes
	 */
	boolean goesWithColumn(Sequence sequence) {
		Sequence.Owner owner = sequence.owner();
		return owner != null && column(this.database, owner) != null && column(this.target, owner) == null;
	}

}
