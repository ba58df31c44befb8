package dev.migrator.test;

import java.util.List;

import dev.migrator.operation.Row;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session that counts what is sent to the database.
 */
public final class CountingSession implements SqlSession {

	private final SqlSession session;

	private int statements;

	/**
	 * Create a session.
	 * @param session where to send it
	 */
	public CountingSession(SqlSession session) {
		this.session = session;
	}

	public int statements() {
		return this.statements;
	}

	@Override
	public DatabaseInfo database() {
		return this.session.database();
	}

	@Override
	public long execute(SqlStatement statement) {
		this.statements++;
		return this.session.execute(statement);
	}

	@Override
	public long executeBatch(String sql, List<? extends List<?>> rows) {
		this.statements++;
		return this.session.executeBatch(sql, rows);
	}

	@Override
	public List<Row> query(SqlStatement statement) {
		this.statements++;
		return this.session.query(statement);
	}

	@Override
	public void begin() {
		this.session.begin();
	}

	@Override
	public void commit() {
		this.session.commit();
	}

	@Override
	public void rollback() {
		this.session.rollback();
	}

	@Override
	public boolean inTransaction() {
		return this.session.inTransaction();
	}

	@Override
	public JdbcClient jdbc() {
		throw new UnsupportedOperationException("What is asked by this client is not counted");
	}

	@Override
	public void close() {
		this.session.close();
	}

}
