package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationExpansion;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a migration's operations down without a database.
 */
final class OperationRecorder implements OperationTarget {

	private final Dialect dialect;

	private final NamingConvention names;

	private final @Nullable String tag;

	private final List<Operation> operations = new ArrayList<>();

	OperationRecorder(Dialect dialect, NamingConvention names, @Nullable String tag) {
		this.dialect = dialect;
		this.names = names.within(dialect.identifierLimit());
		this.tag = tag;
	}

	/** Return the operations as the migration says them. */
	List<Operation> operations() {
		return this.operations;
	}

	/** Return the operations as the dialect knows them. */
	Stream<Operation> expanded() {
		OperationExpansion expansion = new OperationExpansion(this.dialect.name(), this.names);
		return this.operations.stream().flatMap(expansion::of);
	}

	@Override
	public String dialect() {
		return this.dialect.name();
	}

	@Override
	public NamingConvention namingConvention() {
		return this.names;
	}

	@Override
	public @Nullable String tag() {
		return this.tag;
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
