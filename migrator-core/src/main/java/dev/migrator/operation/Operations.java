package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
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
public final class Operations implements TableDirectives, ColumnDirectives, IndexDirectives, ConstraintDirectives,
		SequenceDirectives, EnumDirectives, CompositeDirectives, SchemaDirectives, ObjectDirectives {

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
	 * Stop, because a person has to decide something first. Generated migrations say so
	 * where nothing tells what is right. Where the migration's class needs no beans, that
	 * is seen before the first statement of a run.
	 * @param what what there is to decide
	 * @throws MigratorException {@code INVALID_REVISION} always
	 */
	public void todo(String what) {
		String place = StackWalker.getInstance()
			.walk((frames) -> frames.skip(1)
				.findFirst()
				.map((frame) -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
				.orElse("The migration"));
		throw new MigratorException(ErrorCategory.INVALID_REVISION,
				"%s: The revision is not finished: %s".formatted(place, what),
				"Do what it says, and remove the line op.todo(…).");
	}

	/**
	 * Run one statement in the database's own words.
	 * @param sql the statement, with a question mark for each value; without values a
	 * question mark is just a character
	 * @param binds the values
	 * @return the rows it changed
	 */
	public long execute(String sql, @Nullable Object... binds) {
		return apply(ExecuteSql.of(sql, binds));
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
	 * Change rows of a large table, a batch at a time in the order of a key:
	 * {@code op.updateInBatches("hero", (b) -> b.key("id").set("power_level", 0))}. Each
	 * batch is committed by itself together with how far it came, and a run after a
	 * failure or a crash goes on there. What was done before is committed first, as by
	 * {@link #autocommit}.
	 * @param table the table
	 * @param update the key, what to set, and which rows
	 * @return the rows changed, also by earlier runs that did not end
	 */
	public long updateInBatches(String table, Consumer<BatchedUpdateSpec> update) {
		BatchedUpdateSpec spec = new BatchedUpdateSpec();
		update.accept(spec);
		return apply(spec.toOperation(TableName.of(table)));
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
	 * Hand on an operation as it is, one of an application's own perhaps.
	 * @param operation the operation
	 * @return the rows it changed, 0 where that says nothing
	 * @throws IllegalArgumentException if it is one of an application's own that is no
	 * record
	 */
	@Override
	public long apply(Operation operation) {
		if (operation instanceof CustomOperation && !(operation instanceof Record)) {
			throw new IllegalArgumentException(
					"%s implements CustomOperation, but is no record, so that nothing tells what it does; make it a record"
						.formatted(operation.getClass().getName()));
		}
		flush();
		return this.target.apply(operation);
	}

	@Override
	public NamingConvention namingConvention() {
		return this.target.namingConvention();
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

}
