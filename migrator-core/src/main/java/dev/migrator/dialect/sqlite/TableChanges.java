package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Changes of a table that depend on how it is: by {@code alter table} where that can do
 * it, else by a copy.
 */
final class TableChanges {

	private final Rendering rendering;

	private final SqliteColumnSql columns;

	private final SqliteConstraintSql constraints;

	private final SqlSession session;

	private final SqliteSchema schema;

	TableChanges(Rendering rendering, SqlSession session) {
		this.rendering = rendering;
		this.columns = (SqliteColumnSql) rendering.columns();
		this.constraints = (SqliteConstraintSql) rendering.constraints();
		this.session = session;
		this.schema = SqliteSchema.of(SqliteSchema.MAIN, session);
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
		if (operation instanceof RenameIndex rename) {
			return rename(rename);
		}
		return rebuild(SchemaNeeds.tableOf(operation), operation);
	}

	private StatementGroup add(AddColumn add) {
		TableDefinition table = table(add.table());
		if (add.ifNotExists() && table.column(add.column().name()).isPresent()) {
			return group(List.of());
		}
		return (SchemaNeeds.isAlterTable(add)) ? group(this.rendering.render(add)) : rebuild(add.table(), add);
	}

	// Other databases refuse this; SQLite deletes the rows, and with them those that name
	// them.
	private StatementGroup drop(DropTable drop) {
		List<String> others = (isMain(drop.table())) ? ForeignKeyTables.of(drop.table().name(), this.session).others()
				: List.of();
		if (!others.isEmpty() && !drop.cascade()) {
			throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"the table '%s' cannot be dropped as long as foreign keys of %s name it.".formatted(drop.table(),
							others),
					"Drop these tables, or their foreign keys, first.");
		}
		List<SqlStatement> statements = new ArrayList<>();
		List<SqlStatement> afterwards = new ArrayList<>();
		List<SqlStatement> beforehand = new ArrayList<>();
		for (String other : others) {
			TableDefinition table = this.schema.table(other);
			TableChange change = new TableChange(table, this.columns, this.constraints);
			change.dropForeignKeys(drop.table().name());
			StatementGroup rebuild = new TableRebuild(this.schema, table, change, this.session).statements();
			statements.addAll(rebuild.statements());
			afterwards.addAll(rebuild.afterwards());
			beforehand.addAll(rebuild.beforehand());
		}
		statements.addAll(this.rendering.render(drop));
		return new StatementGroup(statements, afterwards, beforehand);
	}

	private StatementGroup drop(DropColumn drop) {
		TableDefinition table = table(drop.table());
		Optional<ColumnDefinition> column = table.column(drop.column());
		if (column.isEmpty() && drop.ifExists()) {
			return group(List.of());
		}
		boolean used = column.isEmpty() || isUsed(column.get(), table);
		return (used) ? rebuild(drop.table(), drop) : group(this.rendering.render(drop));
	}

	private boolean isUsed(ColumnDefinition column, TableDefinition table) {
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
		List<SqlStatement> statements = new ArrayList<>(rebuild.statements());
		statements.addAll(this.rendering.render(alter));
		return new StatementGroup(statements, rebuild.afterwards(), rebuild.beforehand());
	}

	private StatementGroup rename(RenameIndex rename) {
		table(rename.table());
		SchemaObject index = this.schema.of(rename.table().name(), "index")
			.stream()
			.filter((candidate) -> SqliteNames.same(candidate.name(), rename.name()))
			.findFirst()
			.orElseThrow(() -> new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"The table '%s' has no index '%s'.".formatted(rename.table(), rename.name()), "Look at its name."));
		// What SQLite keeps begins with: create [unique] index <name>.
		SqlToken name = SqlLexer.tokens(index.sql(), SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.dropWhile((token) -> !token.isWord("index"))
			.skip(1)
			.findFirst()
			.orElseThrow();
		return group(List.of(SqlStatement.of("drop index " + SqliteNames.quoted(index.name())),
				SqlStatement.of(index.sql().substring(0, name.start()) + SqliteNames.quoted(rename.newName())
						+ index.sql().substring(name.end()))));
	}

	private StatementGroup rebuild(TableName name, Operation operation) {
		TableDefinition table = table(name);
		TableChange change = new TableChange(table, this.columns, this.constraints);
		change.apply(operation);
		return new TableRebuild(this.schema, table, change, this.session).statements();
	}

	private TableDefinition table(TableName name) {
		if (!isMain(name)) {
			throw SqlWords.unsupported(
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
