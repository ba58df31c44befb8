package dev.migrator.execution;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.dialect.syntax.StatementKind;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.operation.Row;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session that stays in the transaction in which it was made: whatever would end it
 * fails instead.
 */
final class RehearsalSession implements SqlSession {

	private final SqlSession session;

	private final Dialect dialect;

	private boolean ended;

	RehearsalSession(SqlSession session, Dialect dialect) {
		this.session = session;
		this.dialect = dialect;
	}

	/**
	 * Return whether something would have ended the transaction.
	 * @return whether the rehearsal cannot go on
	 */
	boolean isEnded() {
		return this.ended;
	}

	@Override
	public DatabaseInfo database() {
		return this.session.database();
	}

	/**
	 * Make sure that a statement does not end the transaction.
	 * @param statement a statement, or several with separators
	 */
	void check(SqlStatement statement) {
		for (SqlText text : StatementSplitter.split(statement.sql(), this.dialect.syntax(), 1)) {
			if (StatementKind.of(text.sql(), this.dialect.syntax()) == StatementKind.TRANSACTION) {
				throw end();
			}
		}
	}

	@Override
	public long execute(SqlStatement statement) {
		checkNotEnded();
		return this.session.execute(statement);
	}

	@Override
	public long executeBatch(String sql, List<? extends List<?>> rows) {
		checkNotEnded();
		return this.session.executeBatch(sql, rows);
	}

	@Override
	public List<Row> query(SqlStatement statement) {
		checkNotEnded();
		return this.session.query(statement);
	}

	// A migration may have caught what was thrown before.
	private void checkNotEnded() {
		if (this.ended) {
			throw end();
		}
	}

	@Override
	public void begin() {
		throw end();
	}

	@Override
	public void commit() {
		throw end();
	}

	@Override
	public void rollback() {
		throw end();
	}

	private EndedException end() {
		this.ended = true;
		return new EndedException();
	}

	@Override
	public boolean mayCommit() {
		return false;
	}

	@Override
	public boolean inTransaction() {
		return true;
	}

	@Override
	public JdbcClient jdbc() {
		checkNotEnded();
		return this.session.jdbc();
	}

	@Override
	public void close() {
		throw new IllegalStateException("A rehearsal leaves its session open");
	}

	/**
	 * The transaction would end here.
	 */
	private static final class EndedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		EndedException() {
			super("A rehearsal does not leave its transaction");
		}

	}

}
