package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.TableName;

/**
 * Tells whether a foreign key to a table that both sides have may be there before and
 * after all changes of that table.
 *
 * @param database the tables of the database
 * @param matchings what becomes of the keys of tables of both sides
 * @param effects what becomes of their columns
 */
record StableKeys(Map<TableName, TableSide> database, Map<TableName, KeyMatching> matchings,
		Map<TableName, ColumnEffects> effects) {

	boolean isStable(ForeignKey key) {
		KeyMatching matching = this.matchings.get(key.referencedTable());
		ColumnEffects columns = this.effects.get(key.referencedTable());
		if (matching == null || columns == null) {
			// a table that is not compared stays as it is; others are new, or go
			return !this.database.containsKey(key.referencedTable());
		}
		Set<String> referenced = new HashSet<>(key.referencedColumns());
		return key.referencedColumns().stream().noneMatch(columns.touched()::contains)
				&& matching.same().stream().anyMatch((pair) -> referenced.equals(columns(pair.database().form())));
	}

	/**
	 * Return the columns that a foreign key may name because of a key.
	 * @param form a key
	 * @return its columns, none if it is not unique
	 */
	static Set<String> columns(KeyForm form) {
		if (form instanceof KeyForm.Primary primary) {
			return new HashSet<>(primary.columns());
		}
		KeyForm.Unique unique = (form instanceof KeyForm.Unique own) ? own
				: (form instanceof KeyForm.Index index) ? KeyForms.unique(index) : null;
		return (unique != null) ? unique.columns() : Set.of();
	}

}
