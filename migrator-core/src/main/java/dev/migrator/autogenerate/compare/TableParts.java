package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.AutogenerateFilter;
import dev.migrator.autogenerate.AutogenerateFilter.Kind;
import dev.migrator.autogenerate.AutogenerateFilter.Subject;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.operation.ConstraintType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of tables what filters exclude.
 */
final class TableParts {

	private final List<AutogenerateFilter> filters;

	TableParts(ComparisonSettings settings) {
		this.filters = settings.filters();
	}

	/**
	 * Ask the filters for each part of a table. What names a column that is left out is
	 * left out, too.
	 * @param table the table
	 * @param other the table of this name on the other side, or {@code null}
	 * @param database whether the table is the database's
	 * @return what is left of the table
	 */
	Table select(Table table, @Nullable Table other, boolean database) {
		if (this.filters.isEmpty()) {
			return table;
		}
		List<Column> columns = table.columns()
			.stream()
			.filter((column) -> passes(Kind.COLUMN, table, column.name(), column, column(other, column.name()),
					database))
			.toList();
		Set<String> left = new HashSet<>();
		table.columns()
			.stream()
			.filter((column) -> !columns.contains(column))
			.forEach((column) -> left.add(column.name()));
		List<Constraint> constraints = table.constraints()
			.stream()
			.filter((constraint) -> columns(constraint).stream().noneMatch(left::contains) && passes(kind(constraint),
					table, constraint.name(), constraint, constraint(other, constraint), database))
			.toList();
		List<Index> indexes = table.indexes()
			.stream()
			.filter((index) -> index.columns().stream().noneMatch((column) -> left.contains(column.text()))
					&& passes(Kind.INDEX, table, index.name(), index, index(other, index), database))
			.toList();
		return new Table(table.name(), columns, constraints, indexes, table.comment(), table.options());
	}

	private boolean passes(Kind kind, Table table, @Nullable String name, Object part, @Nullable Object other,
			boolean database) {
		Subject subject = new Subject(kind, table.name(), name, (database) ? part : other, (database) ? other : part);
		return this.filters.stream()
			.allMatch((filter) -> (!database || name == null || filter.includesName(kind, name, table.name()))
					&& filter.includes(subject));
	}

	private static @Nullable Column column(@Nullable Table table, String name) {
		return (table == null) ? null
				: table.columns().stream().filter((column) -> column.name().equals(name)).findFirst().orElse(null);
	}

	private static @Nullable Constraint constraint(@Nullable Table table, Constraint constraint) {
		return (table == null || constraint.name() == null) ? null
				: table.constraints()
					.stream()
					.filter((other) -> Objects.equals(other.name(), constraint.name()))
					.findFirst()
					.orElse(null);
	}

	private static @Nullable Index index(@Nullable Table table, Index index) {
		return (table == null || index.name() == null) ? null
				: table.indexes()
					.stream()
					.filter((other) -> Objects.equals(other.name(), index.name()))
					.findFirst()
					.orElse(null);
	}

	private static List<String> columns(Constraint constraint) {
		List<String> columns = new ArrayList<>();
		if (constraint instanceof Constraint.PrimaryKey key) {
			columns.addAll(key.columns());
		}
		else if (constraint instanceof Constraint.Unique key) {
			columns.addAll(key.columns());
		}
		else if (constraint instanceof Constraint.ForeignKey key) {
			columns.addAll(key.columns());
		}
		return columns;
	}

	private static Kind kind(Constraint constraint) {
		return switch (ConstraintType.of(constraint)) {
			case PRIMARY_KEY -> Kind.PRIMARY_KEY;
			case FOREIGN_KEY -> Kind.FOREIGN_KEY;
			case UNIQUE -> Kind.UNIQUE_CONSTRAINT;
			case CHECK -> Kind.CHECK;
			case EXCLUSION -> Kind.EXCLUSION;
		};
	}

}
