package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.sqlite.ClauseSql.Kind;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Changes of a table that depend on how it is: by {@code alter table} where that can do
 * it, else by a copy.
 */
final class TableChanges {

	private final SqliteWords words;

	private final SqlSession session;

	private final SqliteSchema schema;

	TableChanges(SqliteWords words, SqlSession session) {
		this.words = words;
		this.session = session;
		this.schema = SqliteSchema.of(SqliteSchema.MAIN, session);
	}

	/**
	 * Return whether an operation may have to copy its table.
	 * @param operation the operation
	 * @return whether to look at the table
	 */
	static boolean areNeededFor(Operation operation) {
		if (operation instanceof AddColumn add) {
			return add.ifNotExists() || !isConstant(add);
		}
		if (operation instanceof AlterColumn alter) {
			return alter.type() != null || alter.nullable() != null || alter.defaultChange() != null;
		}
		return operation instanceof DropColumn || operation instanceof DropTable || operation instanceof AddConstraint
				|| operation instanceof DropConstraint;
	}

	/**
	 * Return whether one statement can do what an operation says, whatever the table is
	 * like, or fails if it cannot.
	 * @param operation an operation that this is needed for
	 * @return whether it can be said without looking
	 */
	static boolean isOneStatement(Operation operation) {
		return operation instanceof DropTable || (operation instanceof DropColumn drop && !drop.ifExists());
	}

	static TableName tableOf(Operation operation) {
		if (operation instanceof AddColumn add) {
			return add.table();
		}
		if (operation instanceof DropColumn drop) {
			return drop.table();
		}
		if (operation instanceof AlterColumn alter) {
			return alter.table();
		}
		return (operation instanceof AddConstraint add) ? add.table() : ((DropConstraint) operation).table();
	}

	// Else the rows that are there would lack a value.
	private static boolean isConstant(AddColumn add) {
		return !(add.column().defaultValue() instanceof ColumnDefault.Expression);
	}

	StatementGroup render(Operation operation) {
		if (operation instanceof AddColumn add) {
			return add(add);
		}
		if (operation instanceof DropTable drop) {
			return drop(drop);
		}
		if (operation instanceof DropColumn drop) {
			return drop(drop);
		}
		if (operation instanceof AlterColumn alter) {
			return alter(alter);
		}
		if (operation instanceof AddConstraint add) {
			return rebuild(add.table(), operation);
		}
		DropConstraint drop = (DropConstraint) operation;
		return rebuild(drop.table(), operation);
	}

	private StatementGroup add(AddColumn add) {
		TableSql table = table(add.table());
		if (add.ifNotExists() && table.column(add.column().name()).isPresent()) {
			return group(List.of());
		}
		return (isConstant(add)) ? group(this.words.alterTable(add)) : rebuild(add.table(), add);
	}

	// Other databases refuse this; SQLite deletes the rows, and with them those that name
	// them.
	private StatementGroup drop(DropTable drop) {
		List<String> others = ForeignKeyTables.of(drop.table().name(), this.session).others();
		if (isMain(drop.table()) && !others.isEmpty()) {
			throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"the table '%s' cannot be dropped as long as foreign keys of %s name it.".formatted(drop.table(),
							others),
					"Drop these tables, or their foreign keys, first.");
		}
		return group(this.words.alterTable(drop));
	}

	private StatementGroup drop(DropColumn drop) {
		TableSql table = table(drop.table());
		Optional<ColumnSql> column = table.column(drop.column());
		if (column.isEmpty() && drop.ifExists()) {
			return group(List.of());
		}
		boolean used = column.isEmpty() || isUsed(column.get(), table);
		return (used) ? rebuild(drop.table(), drop) : group(this.words.alterTable(drop));
	}

	private boolean isUsed(ColumnSql column, TableSql table) {
		boolean key = column.clauses()
			.stream()
			.anyMatch((clause) -> clause.isConstraint() && clause.kind() != Kind.CHECK);
		boolean mentioned = table.columns()
			.stream()
			.filter((other) -> !other.equals(column))
			.flatMap((other) -> other.clauses().stream())
			.anyMatch((clause) -> clause.mentions(column.name()))
				|| table.constraints().stream().anyMatch((clause) -> clause.mentions(column.name()));
		boolean indexed = this.schema.of(table.name(), "index")
			.stream()
			.anyMatch((index) -> SqliteNames.contains(TableRebuild.columnsOf(index), column.name()));
		return key || mentioned || indexed;
	}

	private StatementGroup alter(AlterColumn alter) {
		StatementGroup rebuild = rebuild(alter.table(), alter);
		if (alter.newName() == null) {
			return rebuild;
		}
		List<SqlStatement> statements = new ArrayList<>(rebuild.statements());
		statements.addAll(this.words
			.alterTable(new AlterColumn(alter.table(), alter.column(), alter.newName(), null, null, null, null)));
		return new StatementGroup(statements, rebuild.afterwards());
	}

	private StatementGroup rebuild(TableName name, Operation operation) {
		TableSql table = table(name);
		TableChange change = new TableChange(table, this.words);
		change.apply(operation);
		return new TableRebuild(this.schema, table, change, this.session).statements();
	}

	private TableSql table(TableName name) {
		if (!isMain(name)) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"The table '%s' would have to be copied, which is done in the main database only.".formatted(name),
					"Change it by SQL of your own.");
		}
		return this.schema.table(name.name());
	}

	private static boolean isMain(TableName name) {
		return name.schema() == null || SqliteNames.same(name.schema(), SqliteSchema.MAIN);
	}

	private static StatementGroup group(List<SqlStatement> statements) {
		return new StatementGroup(statements, List.of());
	}

}
