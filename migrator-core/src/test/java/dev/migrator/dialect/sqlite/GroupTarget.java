package dev.migrator.dialect.sqlite;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs operations as the engine does.
 */
record GroupTarget(Dialect database, SqlSession session) implements OperationTarget {

	@Override
	public String dialect() {
		return this.database.name();
	}

	@Override
	public long apply(Operation operation) {
		StatementGroup group = this.database.render(operation, this.session);
		try {
			group.statements().forEach(this.session::execute);
		}
		finally {
			group.afterwards().forEach(this.session::execute);
		}
		return 0;
	}

	@Override
	public List<Row> query(String sql, List<@Nullable Object> binds) {
		return this.session.query(new SqlStatement(sql, binds));
	}

	@Override
	public JdbcClient jdbc() {
		return this.session.jdbc();
	}

	@Override
	public void autocommit(Runnable work) {
		work.run();
	}

}
