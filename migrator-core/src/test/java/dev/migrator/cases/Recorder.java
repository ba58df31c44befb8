package dev.migrator.cases;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps operations as they would reach a database: with the names that the naming
 * convention gives.
 */
public final class Recorder implements OperationTarget {

	private final String dialect;

	private final NamingConvention names;

	private final List<Operation> operations = new ArrayList<>();

	/**
	 * Begin with no operation.
	 * @param dialect the dialect that operations may ask for
	 * @param names how constraints and indexes are called that have no name
	 */
	public Recorder(String dialect, NamingConvention names) {
		this.dialect = dialect;
		this.names = names;
	}

	public Operations op() {
		return new Operations(this);
	}

	public List<Operation> operations() {
		return List.copyOf(this.operations);
	}

	@Override
	public String dialect() {
		return this.dialect;
	}

	@Override
	public NamingConvention namingConvention() {
		return this.names;
	}

	@Override
	public long apply(Operation operation) {
		this.operations.add(this.names.apply(operation));
		return 0;
	}

	@Override
	public List<Row> query(String sql, List<@Nullable Object> binds) {
		throw new UnsupportedOperationException("A case asks nothing");
	}

	@Override
	public JdbcClient jdbc() {
		throw new UnsupportedOperationException("A case asks nothing");
	}

	@Override
	public void autocommit(Runnable work) {
		work.run();
	}

}
