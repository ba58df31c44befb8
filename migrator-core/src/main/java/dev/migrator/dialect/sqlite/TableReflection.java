package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of its definition. Names stand as they do where a column or table is
 * defined, in whatever case they are used elsewhere.
 */
final class TableReflection {

	private final TableDefinition definition;

	private final TableDefinitions others;

	private final ColumnReflection columns;

	TableReflection(TableDefinition definition, TableDefinitions others, StandardTypes types) {
		this.definition = definition;
		this.others = others;
		this.columns = new ColumnReflection(definition, types);
	}

	Table table(TableName name, List<Index> indexes) {
		List<Constraint> constraints = new ArrayList<>();
		for (ColumnDefinition column : this.definition.columns()) {
			Optional<Clause> values = this.columns.listOfValues(column);
			column.clauses()
				.stream()
				.filter((clause) -> clause.isConstraint() && !values.equals(Optional.of(clause)))
				.forEach((clause) -> constraints.add(constraint(clause)));
		}
		this.definition.constraints()
			.stream()
			.filter(Clause::isConstraint)
			.forEach((clause) -> constraints.add(constraint(clause)));
		return new Table(name, this.definition.columns().stream().map(this.columns::column).toList(), constraints,
				indexes, null, options())
			.sorted();
	}

	private Constraint constraint(Clause clause) {
		List<String> key = spelled(clause.columns(), this.definition);
		return switch (clause.kind()) {
			case PRIMARY_KEY -> new PrimaryKey(clause.name(), key);
			case UNIQUE -> new Unique(clause.name(), key);
			case CHECK -> new Check(clause.name(), this.definition.body(clause));
			default -> foreignKey(clause, key);
		};
	}

	private ForeignKey foreignKey(Clause clause, List<String> key) {
		Reference reference = clause.reference();
		if (reference == null) {
			throw new IllegalStateException("%s is no foreign key".formatted(clause));
		}
		TableDefinition other = this.others.get(reference.table());
		return new ForeignKey(clause.name(), key,
				new TableName(null, (other != null) ? other.name() : reference.table()),
				referenced(reference, other, key), reference.onDelete(), reference.onUpdate(), List.of(), null,
				reference.deferral(), false, false);
	}

	// Where no columns are named, the primary key is meant.
	private static List<String> referenced(Reference reference, @Nullable TableDefinition other, List<String> key) {
		if (other == null) {
			return (reference.columns().isEmpty()) ? key : reference.columns();
		}
		return spelled((reference.columns().isEmpty()) ? other.primaryKey().map(Clause::columns).orElse(key)
				: reference.columns(), other);
	}

	private static List<String> spelled(List<String> names, TableDefinition table) {
		return names.stream().map((name) -> table.column(name).map(ColumnDefinition::name).orElse(name)).toList();
	}

	private List<TableOption> options() {
		List<TableOption> options = new ArrayList<>();
		if (!this.definition.hasRowid()) {
			options.add(new TableOption("sqlite", "without_rowid", "true"));
		}
		if (this.definition.options().contains("strict")) {
			options.add(new TableOption("sqlite", "strict", "true"));
		}
		return options;
	}

}
