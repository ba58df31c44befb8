package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table of one of the two sides: as it is written, and what that means.
 *
 * @param table the table as it is written, which operations are made of
 * @param columns its columns in order, by their names
 * @param meanings what the columns mean, by their names, for the comparison
 * @param keys its constraints and indexes
 */
record TableSide(Table table, Map<String, Column> columns, Map<String, Column> meanings, List<TableKey> keys) {

	static TableSide of(Table table, Table meaning, KeyForms forms) {
		Set<String> primaryKey = new HashSet<>(primaryKey(meaning));
		Map<String, Column> columns = new LinkedHashMap<>();
		Map<String, Column> meanings = new LinkedHashMap<>();
		for (int i = 0; i < table.columns().size(); i++) {
			Column column = table.columns().get(i);
			columns.put(column.name(), column);
			meanings.put(column.name(), meaning(meaning.columns().get(i), primaryKey));
		}
		return new TableSide(table, columns, meanings, forms.keys(table, meaning));
	}

	/**
	 * Return the columns of a table's primary key.
	 * @param table the table
	 * @return the columns, none if it has none
	 */
	static List<String> primaryKey(@Nullable Table table) {
		if (table != null) {
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof Constraint.PrimaryKey key) {
					return key.columns();
				}
			}
		}
		return List.of();
	}

	// What is part of the primary key, or counts, is never null, whether that is said.
	private static Column meaning(Column column, Set<String> primaryKey) {
		Column plain = SerialColumns.meaning(column);
		return (primaryKey.contains(plain.name()) || plain.identity() != null) ? plain.withNullable(false) : plain;
	}

	TableName name() {
		return this.table.name();
	}

	Column column(String name) {
		return known(this.columns.get(name), name);
	}

	Column meaning(String name) {
		return known(this.meanings.get(name), name);
	}

	private Column known(@Nullable Column column, String name) {
		if (column == null) {
			throw new IllegalArgumentException("%s has no column '%s'".formatted(this.table.name(), name));
		}
		return column;
	}

}
