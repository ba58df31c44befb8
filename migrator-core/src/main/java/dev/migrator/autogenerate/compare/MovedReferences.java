package dev.migrator.autogenerate.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Where columns that stay lead to another table now: perhaps the same one with another
 * name.
 *
 * @param origins the tables that they led to, by those that they lead to now
 */
record MovedReferences(Map<TableName, Set<TableName>> origins) {

	/**
	 * Look at the foreign keys of tables that both sides have.
	 * @param database what is in the database
	 * @param wanted the tables that are wanted by their names
	 * @return where they lead
	 */
	static MovedReferences of(Schema database, Map<TableName, Table> wanted) {
		Map<TableName, Set<TableName>> origins = new HashMap<>();
		for (Table table : database.tables()) {
			Table other = wanted.get(table.name());
			Map<List<String>, TableName> after = (other != null) ? references(other) : Map.of();
			references(table).forEach((columns, before) -> {
				TableName now = after.get(columns);
				if (now != null && !now.equals(before)) {
					origins.computeIfAbsent(now, (any) -> new HashSet<>()).add(before);
				}
			});
		}
		return new MovedReferences(origins);
	}

	private static Map<List<String>, TableName> references(Table table) {
		Map<List<String>, TableName> references = new HashMap<>();
		table.constraints().forEach((constraint) -> {
			if (constraint instanceof ForeignKey key) {
				references.put(key.columns(), key.referencedTable());
			}
		});
		return references;
	}

	/**
	 * Return where references led that lead to a table now.
	 * @param young the table
	 * @return the other tables
	 */
	Set<TableName> to(TableName young) {
		return this.origins.getOrDefault(young, Set.of());
	}

}
