package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.syntax.StatementKind;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationExpansion;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Row;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.script.CanonicalForm;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the operations of one revision. Outside a transaction each statement is written
 * down in the journal.
 */
final class ExecutingTarget implements OperationTarget {

	private final SqlSession session;

	private final Dialect dialect;

	private final StatementJournal journal;

	private final LockRetries retries;

	private final StatementWatch watch;

	private final @Nullable String tag;

	private final NamingConvention names;

	private final List<Operation> operations = new ArrayList<>();

	private boolean dependsOnData;

	private boolean clientWork;

	private @Nullable ForeignKeysInTheWayException inTheWay;

	ExecutingTarget(SqlSession session, Dialect dialect, StatementJournal journal, LockRetries retries,
			StatementWatch watch, MigrationSettings settings) {
		this.session = session;
		this.dialect = dialect;
		this.journal = journal;
		this.retries = retries;
		this.watch = watch;
		this.tag = settings.tag();
		this.names = settings.namingConvention().within(dialect.identifierLimit());
	}

	/**
	 * Return what was done, for its checksum.
	 * @return the operations, or {@code null} if they may have depended on more than the
	 * revision
	 */
	@Nullable List<Operation> operations() {
		return (this.dependsOnData) ? null : this.operations;
	}

	@Override
	public String dialect() {
		return this.dialect.name();
	}

	// What a migration does may differ by the answer, and so would its checksum.
	@Override
	public boolean isOffline() {
		this.dependsOnData = true;
		return this.session.isOffline();
	}

	@Override
	public @Nullable String tag() {
		this.dependsOnData = true;
		return this.tag;
	}

	@Override
	public NamingConvention namingConvention() {
		return this.names;
	}

	// The checksum is taken over what the migration says, whatever names that gets.
	@Override
	public long apply(Operation operation) {
		finishClientWork();
		this.operations.add(operation);
		// A later part may depend on what an earlier one did, and is taken when it did.
		return new OperationExpansion(dialect(), this.names).of(operation).mapToLong(this::perform).sum();
	}

	private long perform(Operation operation) {
		try {
			return performAlone(operation);
		}
		catch (ForeignKeysInTheWayException ex) {
			this.inTheWay = ex;
			throw ex;
		}
	}

	private long performAlone(Operation operation) {
		if (isConcurrent(operation) && this.session.inTransaction() && isRefusedInTransaction(operation)) {
			long[] changed = new long[1];
			leaveTransaction(() -> changed[0] = run(operation));
			return changed[0];
		}
		if (operation instanceof UpdateInBatches update) {
			return (this.session.isOffline()) ? writeBatches(update) : updateInBatches(update);
		}
		return run(operation);
	}

	// Where a script cannot loop, one statement is at least done wholly or not at all.
	private long writeBatches(UpdateInBatches update) {
		Optional<String> loop = this.dialect.offline().batches(update);
		if (loop.isEmpty()) {
			return run(update);
		}
		Runnable write = () -> this.session.execute(SqlStatement.of(loop.get()));
		if (this.session.inTransaction()) {
			leaveTransaction(write);
		}
		else {
			write.run();
		}
		return 0;
	}

	// In a rehearsal all batches are part of its one transaction.
	private long updateInBatches(UpdateInBatches update) {
		if (!this.session.inTransaction() || !this.session.mayCommit()) {
			return walk(update);
		}
		long[] changed = new long[1];
		leaveTransaction(() -> changed[0] = walk(update));
		return changed[0];
	}

	// Another size is no edit.
	private long walk(UpdateInBatches update) {
		this.journal.next(CanonicalForm
			.of(List.of(new UpdateInBatches(update.table(), update.key(), 1, update.assignments(), update.where()))));
		List<SqlStatement> whole = this.dialect.render(update);
		if (this.journal.differsFromDone()) {
			throw changedBeforeStop(update, whole.get(0).sql());
		}
		if (this.journal.isDone()) {
			return 0;
		}
		if (!this.session.inTransaction()) {
			this.journal.prepareBatches();
		}
		try {
			return this.watch.send(whole,
					new BatchWalk(this.session, this.dialect, this.journal, this.retries, update)::run);
		}
		catch (SqlSessionException ex) {
			throw new StatementFailure(update, ex, this.journal.position());
		}
	}

	// Where writers wait anyway, the word is left out.
	private boolean isRefusedInTransaction(Operation operation) {
		return this.dialect.render(operation)
			.stream()
			.anyMatch((statement) -> StatementKind.of(statement.sql(),
					this.dialect.syntax()) == StatementKind.NOT_TRANSACTIONAL);
	}

	private static boolean isConcurrent(Operation operation) {
		return (operation instanceof CreateIndex create && create.concurrently())
				|| (operation instanceof DropIndex drop && drop.concurrently());
	}

	private long run(Operation operation) {
		boolean looks = this.dialect.dependsOnSchema(operation);
		if (looks && !this.session.isOffline()) {
			return (this.dialect.transactionalDdl()) ? runTogether(operation)
					: runAsOne(operation, () -> this.dialect.render(operation, this.session).statements());
		}
		long changed = 0;
		List<SqlStatement> statements = this.dialect.render(operation);
		if (looks && !this.dialect.transactionalDdl() && statements.size() == 1) {
			// for the same journal as that of a run
			return runAsOne(operation, () -> statements);
		}
		for (int start = 0; start < statements.size();) {
			int end = endOfBatch(statements, start);
			changed += run(operation, statements.subList(start, end));
			start = end;
		}
		return changed;
	}

	// What it becomes cannot be told again once it is done, so that it is one step of the
	// journal, and is done wholly or not at all.
	private long runTogether(Operation operation) {
		if (isDone(operation)) {
			return 0;
		}
		try {
			if (this.session.inTransaction()) {
				sendTogether(operation);
			}
			else {
				this.retries.run(() -> executeTogether(operation), () -> {
				});
			}
		}
		catch (SqlSessionException ex) {
			throw new StatementFailure(operation, ex, this.journal.position());
		}
		return 0;
	}

	private boolean isDone(Operation operation) {
		this.journal.next(CanonicalForm.of(List.of(operation)));
		checkUnchanged(operation, operation.toString());
		return this.journal.isDone();
	}

	// Where statements commit by themselves it becomes a single one, which may be in
	// doubt.
	private long runAsOne(Operation operation, Supplier<List<SqlStatement>> look) {
		if (isDone(operation)) {
			return 0;
		}
		long changed = 0;
		for (SqlStatement statement : look.get()) {
			changed += perform(operation, List.of(statement));
		}
		return changed;
	}

	private long executeTogether(Operation operation) {
		try (KeyEnforcement keys = new KeyEnforcement(this.session, this.dialect)) {
			keys.suspend();
			try {
				this.session.begin();
				sendTogether(operation);
				keys.check();
				this.journal.writeDone();
				commit();
			}
			finally {
				if (this.session.inTransaction()) {
					rollback();
				}
			}
		}
		return 0;
	}

	private void sendTogether(Operation operation) {
		StatementGroup group = this.dialect.render(operation, this.session);
		try {
			group.statements().forEach((statement) -> send(List.of(statement)));
		}
		finally {
			group.afterwards().forEach(this.session::execute);
		}
	}

	// Statements that differ in their values only are sent together.
	private static int endOfBatch(List<SqlStatement> statements, int start) {
		SqlStatement first = statements.get(start);
		int end = start + 1;
		while (end < statements.size() && !first.binds().isEmpty() && statements.get(end).sql().equals(first.sql())) {
			end++;
		}
		return end;
	}

	private long run(Operation operation, List<SqlStatement> batch) {
		SqlStatement statement = batch.get(0);
		this.journal.next((batch.size() == 1) ? statement.toString() : batch.toString());
		checkUnchanged(operation, statement.sql());
		if (this.journal.isDone() && isSetting(statement)) {
			// The session that it was done in is gone.
			return send(batch);
		}
		return (this.journal.isDone()) ? 0 : perform(operation, batch);
	}

	private long perform(Operation operation, List<SqlStatement> batch) {
		SqlStatement statement = batch.get(0);
		if (tookEffect(operation, statement)) {
			return 0;
		}
		try {
			if (this.journal.isRetried()) {
				this.dialect.beforeRetry(statement, this.session).forEach(this.session::execute);
			}
			return execute(batch);
		}
		catch (SqlSessionException ex) {
			throw new StatementFailure(operation, ex, this.journal.position());
		}
	}

	private boolean tookEffect(Operation operation, SqlStatement statement) {
		if (!this.journal.isInDoubt()) {
			return false;
		}
		return switch (this.dialect.effectOf(statement, this.session)) {
			case DONE -> {
				this.journal.writeDone();
				yield true;
			}
			case NOT_DONE -> false;
			case UNKNOWN -> throw inDoubt(operation, statement);
		};
	}

	private boolean isSetting(SqlStatement statement) {
		return StatementKind.of(statement.sql(), this.dialect.syntax()) == StatementKind.SETTING;
	}

	private long execute(List<SqlStatement> batch) {
		if (this.session.inTransaction()) {
			this.dialect.checkInTransaction(batch.get(0), this.session);
			return send(batch);
		}
		if (isSetting(batch.get(0))) {
			long changed = send(batch);
			this.journal.writeDone();
			return changed;
		}
		SqlStatement first = batch.get(0);
		if (StatementKind.of(first.sql(), this.dialect.syntax()) == StatementKind.DATA) {
			return this.retries.run(() -> executeWithJournal(batch), this::rollback);
		}
		this.journal.writeInFlight();
		long changed = this.retries.run(() -> send(batch), () -> {
		});
		this.journal.writeDone();
		return changed;
	}

	// The data and the journal are changed together, so that there is never a doubt.
	private long executeWithJournal(List<SqlStatement> batch) {
		this.session.begin();
		long changed = send(batch);
		this.journal.writeDone();
		commit();
		return changed;
	}

	private long send(List<SqlStatement> batch) {
		SqlStatement first = batch.get(0);
		return this.watch.send(batch, () -> (batch.size() == 1) ? this.session.execute(first)
				: this.session.executeBatch(first.sql(), batch.stream().map(SqlStatement::binds).toList()));
	}

	@Override
	public List<Row> query(String sql, List<@Nullable Object> binds) {
		this.dependsOnData = true;
		SqlStatement statement = new SqlStatement(sql, binds);
		List<Row> rows = new ArrayList<>();
		this.watch.send(List.of(statement), () -> {
			rows.addAll(this.session.query(statement));
			return rows.size();
		});
		return rows;
	}

	@Override
	public JdbcClient jdbc() {
		this.dependsOnData = true;
		if (!this.session.inTransaction()) {
			this.journal.next("op.jdbc()");
			this.session.begin();
			this.clientWork = true;
		}
		return this.session.jdbc();
	}

	@Override
	public void autocommit(Runnable work) {
		finishClientWork();
		if (this.session.inTransaction()) {
			leaveTransaction(work);
		}
		else {
			work.run();
		}
	}

	private void leaveTransaction(Runnable work) {
		this.journal.writeProgress();
		commit();
		work.run();
		finishClientWork();
		this.session.begin();
	}

	/**
	 * End what is still open when the migration has ended.
	 * @throws ForeignKeysInTheWayException if an operation was not done, whatever the
	 * migration did about it
	 */
	void finish() {
		if (this.inTheWay != null) {
			throw this.inTheWay;
		}
		finishClientWork();
	}

	// What a client did before a statement that an earlier run did was done by that run,
	// too.
	private void finishClientWork() {
		if (this.clientWork) {
			this.clientWork = false;
			if (this.journal.isDone()) {
				this.session.rollback();
			}
			else {
				this.journal.writeDone();
				commit();
			}
		}
	}

	private void commit() {
		this.session.commit();
		this.journal.committed();
	}

	private void rollback() {
		this.session.rollback();
		this.journal.rolledBack();
	}

	private void checkUnchanged(Operation operation, String text) {
		if (this.journal.differsFromDone()) {
			throw changedBeforeStop(operation, text);
		}
		String batches = this.journal.batchPosition();
		if (batches != null) {
			throw BatchWalk.edited(BatchPosition.parse(batches));
		}
	}

	private MigratorException changedBeforeStop(Operation operation, String text) {
		return new MigratorException(ErrorCategory.CHANGED_REVISION,
				("its first %d statements are done in the database, but were edited since; the last of them is now%s: %s")
					.formatted(this.journal.position(), place(operation), text),
				"Take the edit back, or undo those statements by hand and run 'migrator resolve <revision> --restart'.");
	}

	private MigratorException inDoubt(Operation operation, SqlStatement statement) {
		return new MigratorException(ErrorCategory.IN_DOUBT,
				"a process died while it ran statement %d, and whether that took effect cannot be told%s: %s"
					.formatted(this.journal.position(), place(operation), statement.sql()),
				"Look at the database; then run 'migrator resolve <revision> --applied' if it did, and "
						+ "'migrator resolve <revision> --redo' if not.");
	}

	private static String place(Operation operation) {
		return (operation instanceof ExecuteSql sql && sql.location() != null) ? " (%s)".formatted(sql.location()) : "";
	}

}
