package dev.migrator.dialect.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * What an operation changes in the text of a table, and where a column's values come from
 * if they are not just those that it has.
 */
final class TableChange {

	private final TableDefinition table;

	private final SqliteColumnSql columns;

	private final SqliteConstraintSql constraints;

	private final TableText text;

	private final Map<String, String> sources = new HashMap<>();

	private @Nullable String droppedColumn;

	TableChange(TableDefinition table, SqliteColumnSql columns, SqliteConstraintSql constraints) {
		this.table = table;
		this.columns = columns;
		this.constraints = constraints;
		this.text = new TableText(table);
	}

	/**
	 * Write the changed table.
	 * @param newName the table's name in it, in SQL
	 * @return the statement
	 */
	String write(String newName) {
		return this.text.write(newName);
	}

	/**
	 * Return the expression that gives a column its values.
	 * @param column a column that the table has before and after
	 * @return the expression
	 */
	String source(String column) {
		return this.sources.getOrDefault(column, SqliteNames.quoted(column));
	}

	/**
	 * Return the column that goes.
	 * @return its name, or {@code null} if none goes
	 */
	@Nullable String droppedColumn() {
		return this.droppedColumn;
	}

	void apply(Operation operation) {
		if (operation instanceof AddColumn add) {
			this.text.addColumn(this.columns.definition(add));
		}
		else if (operation instanceof DropColumn drop) {
			drop(column(drop.column()));
		}
		else if (operation instanceof AlterColumn alter) {
			alter(alter);
		}
		else if (operation instanceof AddConstraint add) {
			add(add);
		}
		else if (operation instanceof DropConstraint drop) {
			drop(drop);
		}
		else if (operation instanceof RenameConstraint rename) {
			rename(rename);
		}
		else {
			throw new IllegalArgumentException("A table is not copied for " + operation);
		}
	}

	private ColumnDefinition column(String name) {
		return this.table.column(name)
			.orElseThrow(
					() -> new MigratorException(ErrorCategory.MIGRATION_FAILED,
							"The table '%s' has no column '%s', only %s.".formatted(this.table.name(), name,
									this.table.columns().stream().map(ColumnDefinition::name).toList()),
							"Look at its name."));
	}

	// As PostgreSQL has it, keys and checks go with any of their columns.
	private void drop(ColumnDefinition column) {
		this.text.remove(column);
		this.droppedColumn = column.name();
		for (ColumnDefinition other : this.table.columns()) {
			if (!other.equals(column)) {
				removeMentions(other.clauses(), column.name());
			}
		}
		removeMentions(this.table.constraints(), column.name());
	}

	private void removeMentions(List<Clause> clauses, String column) {
		clauses.stream()
			.filter((clause) -> clause.isConstraint() && clause.mentions(column))
			.forEach(this.text::remove);
	}

	private ColumnChange columnChange(ColumnDefinition column) {
		return new ColumnChange(this.table, column, this.text, this.columns, this.constraints);
	}

	private void alter(AlterColumn alter) {
		ColumnDefinition column = column(alter.column());
		columnChange(column).apply(alter);
		if (alter.using() != null) {
			this.sources.put(column.name(), "(" + alter.using() + ")");
		}
	}

	private void add(AddConstraint add) {
		if (add.constraint() instanceof Constraint.PrimaryKey key) {
			key.columns().forEach((name) -> columnChange(column(name)).setNullable(false));
		}
		this.text.addConstraint(this.constraints.definition(add.constraint()));
	}

	private void drop(DropConstraint drop) {
		Optional<Clause> found = (drop.type() != ConstraintType.EXCLUSION)
				? constraint(drop.name(), Kind.valueOf(drop.type().name())) : Optional.empty();
		if (found.isPresent()) {
			this.text.remove(found.get());
		}
		else if (!drop.ifExists()) {
			throw noConstraint(drop.name());
		}
	}

	private void rename(RenameConstraint rename) {
		Clause clause = constraint(rename.name(), null).orElseThrow(() -> noConstraint(rename.name()));
		if (clause.name() == null) {
			this.text.insert(clause.span().from(), this.constraints.named(rename.newName()));
		}
		else {
			this.text.replace(this.text.place(clause, 1), SqliteNames.quoted(rename.newName()));
		}
	}

	/**
	 * Let a foreign key go that names another table.
	 * @param other the other table
	 */
	void dropForeignKeys(String other) {
		this.table.allConstraints().stream().filter((clause) -> clause.references(other)).forEach(this.text::remove);
	}

	// There is one primary key at most, and without a name of its own it is meant by any.
	private Optional<Clause> constraint(String name, @Nullable Kind kind) {
		return this.table.allConstraints()
			.stream()
			.filter((clause) -> (kind == null || clause.kind() == kind) && clause.name() != null
					&& SqliteNames.same(clause.name(), name))
			.findFirst()
			.or(() -> this.table.primaryKey().filter((key) -> kind == Kind.PRIMARY_KEY && key.name() == null));
	}

	private MigratorException noConstraint(String name) {
		return new MigratorException(ErrorCategory.MIGRATION_FAILED,
				"The table '%s' has no such constraint '%s'; those with a name are %s.".formatted(this.table.name(),
						name, this.table.allConstraints().stream().map(Clause::name).filter(Objects::nonNull).toList()),
				"SQLite names no constraint by itself: only one that was given a name is known by it.");
	}

}
