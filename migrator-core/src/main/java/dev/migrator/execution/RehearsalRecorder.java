package dev.migrator.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.LockWatch;
import dev.migrator.dialect.RelationLock;
import dev.migrator.dialect.StatementValues;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Step;
import dev.migrator.session.SqlStatement;

/**
 * Takes down what is run for one revision, and which locks that takes.
 */
final class RehearsalRecorder implements MigrationListener {

	private final RehearsalSession session;

	private final Dialect dialect;

	private final Optional<LockWatch> locks;

	private final List<RehearsedStatement> statements = new ArrayList<>();

	RehearsalRecorder(RehearsalSession session, Dialect dialect, Optional<LockWatch> locks) {
		this.session = session;
		this.dialect = dialect;
		this.locks = locks;
	}

	List<RehearsedStatement> statements() {
		return this.statements;
	}

	@Override
	public void beforeStatement(Step step, SentStatement statement) {
		this.session.check(statement.statements().get(0));
		this.locks.ifPresent((watch) -> watch.before(this.session));
	}

	@Override
	public void afterStatement(Step step, SentStatement statement, long rows, Duration duration) {
		List<RelationLock> taken = this.locks.map((watch) -> watch.after(this.session)).orElse(List.of());
		String sql = statement.statements().stream().map(this::text).collect(Collectors.joining(";\n"));
		this.statements.add(new RehearsedStatement(sql, rows, duration, taken));
	}

	// It ran, so that a value without words in SQL is no reason to stop.
	private String text(SqlStatement statement) {
		try {
			return StatementValues.writeOut(statement, this.dialect);
		}
		catch (MigratorException ex) {
			return statement.sql();
		}
	}

}
