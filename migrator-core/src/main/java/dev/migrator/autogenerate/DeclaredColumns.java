package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether constraints and indexes are declared on columns that there are. A
 * database would say so only when the revision runs.
 *
 * @param tables the tables that are declared
 */
record DeclaredColumns(Map<TableName, Table> tables) {

	/**
	 * Look at all tables.
	 * @throws MigratorException {@code CONFIGURATION} if a column is missing
	 */
	void check() {
		for (Table table : this.tables.values()) {
			table.constraints().forEach((constraint) -> check(table, constraint));
			table.indexes().forEach((index) -> check(table, index));
		}
	}

	private void check(Table table, Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			require(table, "primary key", key.name(), table, key.columns(), key.include());
		}
		else if (constraint instanceof Constraint.Unique key) {
			require(table, "unique constraint", key.name(), table, key.columns(), key.include());
		}
		else if (constraint instanceof Constraint.ForeignKey key) {
			require(table, "foreign key", key.name(), table, key.columns(), key.onDeleteColumns());
			Table referenced = this.tables.get(key.referencedTable());
			if (referenced != null) {
				require(table, "foreign key", key.name(), referenced, key.referencedColumns(), List.of());
			}
		}
	}

	private static void check(Table table, Index index) {
		List<String> columns = index.columns()
			.stream()
			.filter((column) -> !column.expression())
			.map(IndexColumn::text)
			.toList();
		require(table, "index", index.name(), table, columns, index.include());
	}

	private static void require(Table declared, String kind, @Nullable String name, Table table, List<String> columns,
			List<String> more) {
		List<String> missing = new ArrayList<>(columns);
		missing.addAll(more);
		missing.removeAll(table.columns().stream().map(Column::name).toList());
		if (!missing.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The schema declares the %s%s of %s on a column '%s' that the table %s has not.".formatted(kind,
							(name != null) ? " " + name : "", declared.name(), missing.get(0), table.name()),
					"It has %s."
						.formatted(table.columns().stream().map(Column::name).collect(Collectors.joining(", "))));
		}
	}

}
