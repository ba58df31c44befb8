package dev.migrator.dialect.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.migrator.dialect.sqlite.ClauseSql.Kind;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * What an operation changes in the text of a table, and where a column's values come from
 * if they are not just those that it has.
 */
final class TableChange {

	private final TableSql table;

	private final SqliteWords words;

	private final TableText text;

	private final Map<String, String> sources = new HashMap<>();

	private @Nullable String droppedColumn;

	TableChange(TableSql table, SqliteWords words) {
		this.table = table;
		this.words = words;
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
			this.text.addColumn(this.words.column(add.column()));
		}
		else if (operation instanceof DropColumn drop) {
			drop(column(drop.column()));
		}
		else if (operation instanceof AlterColumn alter) {
			alter(column(alter.column()), alter);
		}
		else if (operation instanceof AddConstraint add) {
			add(add.constraint());
		}
		else if (operation instanceof DropConstraint drop) {
			drop(drop);
		}
		else {
			throw new IllegalArgumentException("A table is not copied for " + operation);
		}
	}

	private ColumnSql column(String name) {
		return this.table.column(name)
			.orElseThrow(() -> new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"The table '%s' has no column '%s', only %s.".formatted(this.table.name(), name,
							this.table.columns().stream().map(ColumnSql::name).toList()),
					"Look at its name."));
	}

	// As PostgreSQL has it, keys and checks go with any of their columns.
	private void drop(ColumnSql column) {
		this.text.remove(column);
		this.droppedColumn = column.name();
		for (ColumnSql other : this.table.columns()) {
			if (!other.equals(column)) {
				removeMentions(other.clauses(), column.name());
			}
		}
		removeMentions(this.table.constraints(), column.name());
	}

	private void removeMentions(List<ClauseSql> clauses, String column) {
		clauses.stream()
			.filter((clause) -> clause.isConstraint() && clause.mentions(column))
			.forEach(this.text::remove);
	}

	private void alter(ColumnSql column, AlterColumn alter) {
		if (alter.type() != null && !keepsRowid(column, alter.type())) {
			String type = this.words.type(alter.type());
			if (column.type() != null) {
				this.text.replace(column.type(), type);
			}
			else {
				this.text.insert(column.endOfType(), " " + type);
			}
		}
		if (alter.using() != null) {
			this.sources.put(column.name(), "(" + alter.using() + ")");
		}
		if (alter.defaultChange() != null) {
			column.clause(Kind.DEFAULT).ifPresent(this.text::remove);
			if (alter.defaultChange() instanceof DefaultChange.Set set) {
				this.text.insert(column.endOfType(),
						" default " + this.words.defaultValue(set.newDefault(), alter.type()));
			}
		}
		if (alter.nullable() != null) {
			setNullable(column, alter.nullable());
		}
	}

	// In any other word for the same numbers it would be no rowid any more, and its
	// values
	// would not count up.
	private boolean keepsRowid(ColumnSql column, ColumnType type) {
		boolean whole = type instanceof StandardType standard && switch (standard.kind()) {
			case SMALLINT, INTEGER, BIGINT -> true;
			default -> false;
		};
		return whole && this.table.rowidAlias().filter(column::equals).isPresent();
	}

	private void setNullable(ColumnSql column, boolean nullable) {
		Optional<ClauseSql> notNull = column.clause(Kind.NOT_NULL);
		if (nullable) {
			notNull.ifPresent(this.text::remove);
		}
		else if (notNull.isEmpty()) {
			column.clause(Kind.NULL).ifPresent(this.text::remove);
			this.text.insert(column.endOfType(), " not null");
		}
	}

	private void add(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			key.columns().forEach((name) -> setNullable(column(name), false));
		}
		this.text.addConstraint(this.words.constraint(constraint));
	}

	private void drop(DropConstraint drop) {
		Kind kind = Kind.valueOf(drop.type().name());
		List<ClauseSql> constraints = this.table.allConstraints();
		Optional<ClauseSql> found = constraints.stream()
			.filter((clause) -> clause.kind() == kind && clause.name() != null
					&& SqliteNames.same(clause.name(), drop.name()))
			.findFirst()
			// There is one at most, and nobody else gives it a name.
			.or(() -> this.table.primaryKey().filter((key) -> kind == Kind.PRIMARY_KEY && key.name() == null));
		if (found.isPresent()) {
			this.text.remove(found.get());
		}
		else if (!drop.ifExists()) {
			throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"The table '%s' has no %s constraint '%s'; those with a name are %s.".formatted(this.table.name(),
							kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), drop.name(),
							constraints.stream()
								.filter((clause) -> clause.name() != null)
								.map(ClauseSql::name)
								.toList()),
					"SQLite names no constraint by itself: only one that was given a name can be dropped.");
		}
	}

}
