package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a migration can do: each call makes an {@link Operation} and hands it on, to be
 * run at once, or written to a script.
 * <p>
 * A table's name may carry its schema: {@code "app.hero"}, see
 * {@link TableName#of(String)}. Names of constraints and indexes may come from
 * {@link #f(String)}.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/ops.html">Alembic's
 * operations</a>
 */
public final class Operations {

	private final OperationTarget target;

	private @Nullable DataStatement pending;

	/**
	 * Create the operations of one migration.
	 * @param target where they go
	 */
	public Operations(OperationTarget target) {
		this.target = target;
	}

	/**
	 * Mark a name as final: no naming convention changes it.
	 * @param name the name
	 * @return the name
	 */
	public FinalName f(String name) {
		return new FinalName(name);
	}

	/**
	 * Return the database's name, for the rare difference.
	 * @return {@code postgresql}, {@code h2} …
	 */
	public String dialect() {
		return this.target.dialect();
	}

	/**
	 * Return whether this migration is being written to a script ({@code --sql}). Then
	 * {@link #query} and {@link #jdbc} fail, and nothing tells how many rows a statement
	 * changes.
	 * @return whether there is no database
	 * @see <a href=
	 * "https://alembic.sqlalchemy.org/en/latest/api/runtime.html">is_offline_mode of
	 * Alembic</a>
	 */
	public boolean isOffline() {
		return this.target.isOffline();
	}

	/**
	 * Return what whoever runs the migrations has to tell them ({@code --tag}), as
	 * Alembic's tag argument.
	 * @return the tag, or {@code null} if there is none
	 */
	public @Nullable String tag() {
		return this.target.tag();
	}

	/**
	 * Create a table.
	 * @param table its name
	 * @param content its columns and constraints
	 */
	public void createTable(String table, Consumer<TableSpec> content) {
		createTable(table, content, false);
	}

	/**
	 * Create a table unless there is one of that name.
	 * @param table its name
	 * @param content its columns and constraints
	 */
	public void createTableIfNotExists(String table, Consumer<TableSpec> content) {
		createTable(table, content, true);
	}

	private void createTable(String table, Consumer<TableSpec> content, boolean ifNotExists) {
		TableSpec spec = new TableSpec(TableName.of(table));
		content.accept(spec);
		apply(new CreateTable(spec.toTable(), ifNotExists));
	}

	/**
	 * Drop a table and its rows.
	 * @param table its name
	 */
	public void dropTable(String table) {
		apply(new DropTable(TableName.of(table), false));
	}

	/**
	 * Drop a table and its rows if there is one of that name.
	 * @param table its name
	 */
	public void dropTableIfExists(String table) {
		apply(new DropTable(TableName.of(table), true));
	}

	/**
	 * Give a table another name in the same schema.
	 * @param table its name
	 * @param newName its new name, without a schema
	 */
	public void renameTable(String table, String newName) {
		apply(new RenameTable(TableName.of(table), newName));
	}

	/**
	 * Add a column that may be null.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 */
	public void addColumn(String table, String column, ColumnType type) {
		addColumn(table, column, type, (spec) -> {
		});
	}

	/**
	 * Add a column.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 * @param content what else is to say of it
	 */
	public void addColumn(String table, String column, ColumnType type, Consumer<ColumnSpec> content) {
		ColumnSpec spec = new ColumnSpec(column, type);
		content.accept(spec);
		TableName name = TableName.of(table);
		apply(new AddColumn(name, spec.toColumn(), false));
		for (Constraint constraint : spec.constraints()) {
			apply(new AddConstraint(name, constraint));
		}
	}

	/**
	 * Drop a column and its values.
	 * @param table the table
	 * @param column the column
	 */
	public void dropColumn(String table, String column) {
		apply(new DropColumn(TableName.of(table), column, false));
	}

	/**
	 * Change a column.
	 * @param table the table
	 * @param column the column
	 * @param changes what changes; the rest stays
	 */
	public void alterColumn(String table, String column, Consumer<AlterColumnSpec> changes) {
		AlterColumnSpec spec = new AlterColumnSpec();
		changes.accept(spec);
		apply(spec.toOperation(TableName.of(table), column));
	}

	/**
	 * Give a column another name.
	 * @param table the table
	 * @param column the column
	 * @param newName its new name
	 */
	public void renameColumn(String table, String column, String newName) {
		alterColumn(table, column, (change) -> change.rename(newName));
	}

	/**
	 * Create an index on columns.
	 * @param name its name
	 * @param table the table
	 * @param columns the columns
	 */
	public void createIndex(CharSequence name, String table, String... columns) {
		createIndex(name, table, (index) -> index.columns(columns));
	}

	/**
	 * Create an index.
	 * @param name its name
	 * @param table the table
	 * @param content its columns and options
	 */
	public void createIndex(CharSequence name, String table, Consumer<IndexSpec> content) {
		IndexSpec spec = new IndexSpec(name.toString());
		content.accept(spec);
		apply(new CreateIndex(TableName.of(table), spec.toIndex(), spec.isIfNotExists(), spec.isConcurrently()));
	}

	/**
	 * Drop an index.
	 * @param name its name
	 * @param table its table
	 */
	public void dropIndex(CharSequence name, String table) {
		apply(new DropIndex(TableName.of(table), name.toString(), false, false));
	}

	/**
	 * Drop an index while writers go on (PostgreSQL; outside a transaction).
	 * @param name its name
	 * @param table its table
	 */
	public void dropIndexConcurrently(CharSequence name, String table) {
		apply(new DropIndex(TableName.of(table), name.toString(), false, true));
	}

	/**
	 * Add a primary key.
	 * @param name its name, or {@code null} to have it named by the database
	 * @param table the table
	 * @param columns its columns
	 */
	public void createPrimaryKey(@Nullable CharSequence name, String table, String... columns) {
		apply(new AddConstraint(TableName.of(table), new Constraint.PrimaryKey(text(name), List.of(columns))));
	}

	/**
	 * Add a unique constraint.
	 * @param name its name, or {@code null} to have it named by the database
	 * @param table the table
	 * @param columns its columns
	 */
	public void createUniqueConstraint(@Nullable CharSequence name, String table, String... columns) {
		apply(new AddConstraint(TableName.of(table), new Constraint.Unique(text(name), List.of(columns))));
	}

	/**
	 * Add a check constraint.
	 * @param name its name, or {@code null} to have it named by the database
	 * @param table the table
	 * @param condition the condition in SQL
	 */
	public void createCheckConstraint(@Nullable CharSequence name, String table, String condition) {
		apply(new AddConstraint(TableName.of(table), new Constraint.Check(text(name), condition)));
	}

	/**
	 * Add a foreign key.
	 * @param name its name, or {@code null} to have it named by the database
	 * @param table the table that holds the key
	 * @param referencedTable the table that the key names
	 * @param columns the columns that hold the key
	 * @param referencedColumns the columns that it names, in the same order
	 */
	public void createForeignKey(@Nullable CharSequence name, String table, String referencedTable,
			List<String> columns, List<String> referencedColumns) {
		createForeignKey(name, table, (key) -> key.columns(columns.toArray(String[]::new))
			.references(referencedTable, referencedColumns.toArray(String[]::new)));
	}

	/**
	 * Add a foreign key.
	 * @param name its name, or {@code null} to have it named by the database
	 * @param table the table that holds the key
	 * @param content its columns, what they reference, and what happens then
	 */
	public void createForeignKey(@Nullable CharSequence name, String table, Consumer<ForeignKeySpec> content) {
		ForeignKeySpec spec = new ForeignKeySpec(text(name));
		content.accept(spec);
		apply(new AddConstraint(TableName.of(table), spec.toForeignKey()));
	}

	/**
	 * Drop a constraint.
	 * @param name its name
	 * @param table its table
	 * @param type its kind
	 */
	public void dropConstraint(CharSequence name, String table, ConstraintType type) {
		apply(new DropConstraint(TableName.of(table), name.toString(), type, false));
	}

	/**
	 * Run one statement in the database's own words.
	 * @param sql the statement, with a question mark for each value; without values a
	 * question mark is just a character
	 * @param binds the values
	 * @return the rows it changed
	 */
	public long execute(String sql, @Nullable Object... binds) {
		return apply(new ExecuteSql(sql, Arrays.asList(binds), null));
	}

	/**
	 * Insert a row:
	 * {@code op.insert(table("hero")).set("name", "Deadpond").set("age", 30)}.
	 * @param table the table
	 * @return the statement to complete
	 */
	public InsertStatement insert(TableName table) {
		return begin(new InsertStatement(table, this::execute));
	}

	/**
	 * Change rows: {@code op.update(table("hero")).set("power_level", 0)}.
	 * @param table the table
	 * @return the statement to complete
	 */
	public UpdateStatement update(TableName table) {
		return begin(new UpdateStatement(table, this::execute));
	}

	/**
	 * Delete rows: {@code op.delete(table("hero")).where(column("age").isNull())}.
	 * @param table the table
	 * @return the statement to complete
	 */
	public DeleteStatement delete(TableName table) {
		return begin(new DeleteStatement(table, this::execute));
	}

	/**
	 * Insert many rows. A row that lacks a column of another row gets null there.
	 * @param table the table
	 * @param rows the values by column
	 * @return the rows inserted
	 */
	public long bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		Set<String> columns = new LinkedHashSet<>();
		rows.forEach((row) -> columns.addAll(row.keySet()));
		if (columns.isEmpty()) {
			return 0;
		}
		List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
		for (Map<String, ? extends @Nullable Object> row : rows) {
			List<@Nullable Object> line = new ArrayList<>(columns.size());
			columns.forEach((column) -> line.add(row.get(column)));
			values.add(line);
		}
		return apply(new InsertRows(TableName.of(table), List.copyOf(columns), values));
	}

	/**
	 * Ask the database. The result may depend on the data, so a migration that asks
	 * cannot be printed as a script; {@link #isOffline()} tells whether it is.
	 * @param sql the query, with a question mark for each value
	 * @param binds the values
	 * @return the rows
	 */
	public List<Row> query(String sql, @Nullable Object... binds) {
		flush();
		return this.target.query(sql, Arrays.asList(binds));
	}

	/**
	 * Return a client on the migration's own connection, in its transaction.
	 * @return the client
	 */
	public JdbcClient jdbc() {
		flush();
		return this.target.jdbc();
	}

	/**
	 * Do what cannot run in a transaction: what was done before is committed, and a new
	 * transaction begins afterwards. Where the process dies in between, the next start
	 * goes on behind the last statement that was done.
	 * @param work calls of these operations
	 */
	public void autocommit(Runnable work) {
		flush();
		this.target.autocommit(() -> {
			work.run();
			flush();
		});
	}

	/**
	 * Hand on an operation as it is.
	 * @param operation the operation
	 * @return the rows it changed, 0 where that says nothing
	 */
	public long apply(Operation operation) {
		flush();
		return this.target.apply(operation);
	}

	/**
	 * Run the data statement that was begun last, if it did not run yet. Whoever runs a
	 * migration calls this at its end.
	 */
	public void flush() {
		DataStatement statement = this.pending;
		if (statement != null) {
			statement.execute();
		}
	}

	private <S extends DataStatement> S begin(S statement) {
		flush();
		this.pending = statement;
		return statement;
	}

	private long execute(DataStatement statement) {
		if (this.pending == statement) {
			this.pending = null;
		}
		return this.target.apply(statement.toOperation());
	}

	private static @Nullable String text(@Nullable CharSequence name) {
		return (name != null) ? name.toString() : null;
	}

}
