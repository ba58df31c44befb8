package dev.migrator.dialect.sqlite;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database.
 */
final class TableDefinitions {

	private final Map<String, TableDefinition> tables = new LinkedHashMap<>();

	private TableDefinitions() {
	}

	static TableDefinitions of(List<SchemaObject> objects) {
		TableDefinitions definitions = new TableDefinitions();
		for (SchemaObject object : objects) {
			if (object.type().equals("table")) {
				definitions.tables.put(SqliteNames.folded(object.name()), CreateTableReader.read(object.sql()));
			}
		}
		return definitions;
	}

	Collection<TableDefinition> all() {
		return this.tables.values();
	}

	/**
	 * Find a table.
	 * @param name its name in any case
	 * @return the table, or {@code null} if there is none
	 */
	@Nullable TableDefinition get(String name) {
		return this.tables.get(SqliteNames.folded(name));
	}

}
