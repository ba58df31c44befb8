package dev.migrator.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renders operations, and runs what it rendered where it has a session.
 */
public final class DialectTarget implements OperationTarget {

	private final Dialect dialect;

	private final @Nullable SqlSession session;

	private final List<SqlStatement> statements = new ArrayList<>();

	/**
	 * Create a target.
	 * @param dialect the dialect to render in
	 * @param session where to run it, or {@code null} to render only
	 */
	public DialectTarget(Dialect dialect, @Nullable SqlSession session) {
		this.dialect = dialect;
		this.session = session;
	}

	/**
	 * Render operations without a database.
	 * @param dialect the name of the dialect to render in
	 * @param migration the operations
	 * @return the statements that they become
	 */
	public static List<SqlStatement> statements(String dialect, Consumer<Operations> migration) {
		DialectTarget target = new DialectTarget(Dialects.named(dialect), null);
		Operations operations = target.operations();
		migration.accept(operations);
		operations.flush();
		return target.statements();
	}

	public Operations operations() {
		return new Operations(this);
	}

	public List<SqlStatement> statements() {
		return this.statements;
	}

	public List<String> sql() {
		return this.statements.stream().map(SqlStatement::sql).toList();
	}

	@Override
	public String dialect() {
		return this.dialect.name();
	}

	@Override
	public long apply(Operation operation) {
		long changed = 0;
		List<SqlStatement> rendered = (this.session != null && this.dialect.dependsOnSchema(operation))
				? this.dialect.render(operation, this.session).statements() : this.dialect.render(operation);
		for (SqlStatement statement : rendered) {
			this.statements.add(statement);
			changed += (this.session != null) ? this.session.execute(statement) : 0;
		}
		return changed;
	}

	@Override
	public List<Row> query(String sql, List<@Nullable Object> binds) {
		return session().query(new SqlStatement(sql, binds));
	}

	@Override
	public JdbcClient jdbc() {
		return session().jdbc();
	}

	@Override
	public void autocommit(Runnable work) {
		work.run();
	}

	private SqlSession session() {
		if (this.session == null) {
			throw new IllegalStateException("There is no session");
		}
		return this.session;
	}

}
