package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * What a session is set to while revisions run: timeouts and the default schema. Closing
 * them gives the session back what it had, which the next user of a pooled connection
 * relies on.
 */
final class SessionSettings implements AutoCloseable {

	private final SqlSession session;

	private final List<SqlStatement> back = new ArrayList<>();

	private SessionSettings(SqlSession session) {
		this.session = session;
	}

	static SessionSettings apply(MigrationSettings settings, Dialect dialect, SqlSession session) {
		SessionSettings applied = new SessionSettings(session);
		if (settings.schema() != null) {
			applied.back.addAll(dialect.useSchema(settings.schema(), session));
		}
		StatementTimeouts timeouts = settings.timeouts();
		if (timeouts.lock() != null || timeouts.statement() != null) {
			applied.back.addAll(dialect.resetTimeouts(session));
			dialect.timeouts(timeouts.lock(), timeouts.statement()).forEach(session::execute);
		}
		return applied;
	}

	@Override
	public void close() {
		this.back.forEach(this.session::execute);
	}

}
