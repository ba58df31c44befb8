package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a migration's operations down without a database.
 */
final class OperationRecorder implements OperationTarget {

	private final String dialect;

	private final List<Operation> operations = new ArrayList<>();

	OperationRecorder(String dialect) {
		this.dialect = dialect;
	}

	List<Operation> operations() {
		return this.operations;
	}

	@Override
	public String dialect() {
		return this.dialect;
	}

	@Override
	public long apply(Operation operation) {
		this.operations.add(operation);
		return 0;
	}

	@Override
	public List<Row> query(String sql, List<@Nullable Object> binds) {
		throw new NeedsDatabaseException();
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException();
	}

	@Override
	public void autocommit(Runnable work) {
		work.run();
	}

	/**
	 * What the migration does cannot be told without a database.
	 */
	static final class NeedsDatabaseException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
