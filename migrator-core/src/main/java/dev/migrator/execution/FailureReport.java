package dev.migrator.execution;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScript;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSessionException;
import org.jspecify.annotations.Nullable;

/**
 * Says what failed, where, and what to do.
 */
final class FailureReport {

	// H2 repeats the whole statement between its message and its code.
	private static final Pattern REPEATED_STATEMENT = Pattern.compile("; SQL statement:\n.*( \\[\\d+-\\d+])$",
			Pattern.DOTALL);

	private final Dialect dialect;

	private final RevisionScript script;

	private final Step step;

	private final DatabaseInfo database;

	FailureReport(Dialect dialect, RevisionScript script, Step step, DatabaseInfo database) {
		this.dialect = dialect;
		this.script = script;
		this.step = step;
		this.database = database;
	}

	/**
	 * Report a failure.
	 * @param failure what went wrong
	 * @param aftermath how the database was left: a whole sentence
	 * @return what to throw
	 */
	MigratorException of(RuntimeException failure, String aftermath) {
		String id = this.step.revision().id();
		if (failure instanceof MigrationFailedException failed) {
			return failed;
		}
		if (failure instanceof MigratorException problem) {
			String title = (namesPlace(problem)) ? title() : title(location(failure, null));
			return new MigratorException(problem.category(), "%s: %s".formatted(title, problem.problem()),
					(problem.action() != null) ? problem.action().replace("<revision>", id) : null, failure);
		}
		if (failure instanceof StatementFailure statement) {
			String location = location(failure, statement);
			String problem = "%s failed: %s%n  Statement: %s".formatted(title(location), reason(statement.failure()),
					shortened(statement.failure().sql()));
			return new MigrationFailedException(id, location, statement.failure().sql(), problem,
					action(statement.failure(), aftermath), failure);
		}
		String location = location(failure, null);
		Object reason = (failure instanceof SqlSessionException) ? failure.getMessage() : failure;
		return new MigrationFailedException(id, location, null, "%s failed: %s".formatted(title(location), reason),
				aftermath + " Mend it and start again.", failure);
	}

	/**
	 * Report that the process was asked to end.
	 * @param failure what the run came to by that
	 * @param aftermath how the database was left: a whole sentence
	 * @return what to throw
	 */
	MigratorException stopped(RuntimeException failure, String aftermath) {
		return new MigratorException(ErrorCategory.STOPPED,
				"%s was stopped, since the process was asked to end. %s".formatted(title(), aftermath),
				"Start again: that finishes it.", failure);
	}

	private String title(String location) {
		return "%s at %s".formatted(title(), location);
	}

	private String title() {
		String message = this.step.revision().message();
		return "The %s of revision %s%s".formatted(this.step.direction().code(), this.step.revision().id(),
				(message.isEmpty()) ? "" : " (" + message + ")");
	}

	// A statement of a SQL file knows its line; a call in Java stands in the stack.
	private String location(RuntimeException failure, @Nullable StatementFailure statement) {
		if (statement != null && statement.operation() instanceof ExecuteSql sql && sql.location() != null) {
			return sql.location().toString();
		}
		return frame(failure)
			.map((frame) -> "%s (%s:%d)".formatted(this.script.location(), frame.getFileName(), frame.getLineNumber()))
			.orElse(this.script.location());
	}

	private boolean namesPlace(MigratorException problem) {
		return problem.problem().startsWith(this.script.location() + ":")
				|| frame(problem).filter((frame) -> problem.problem().startsWith(frame.getFileName() + ":"))
					.isPresent();
	}

	private Optional<StackTraceElement> frame(Throwable failure) {
		String className = this.script.location();
		return Arrays.stream(failure.getStackTrace())
			.filter((frame) -> frame.getClassName().equals(className)
					|| frame.getClassName().startsWith(className + "$"))
			.findFirst();
	}

	private String action(SqlSessionException failure, String aftermath) {
		String state = (failure.sqlState() != null) ? failure.sqlState() : "";
		if (this.dialect.isMissingPrivilege(state, failure.errorCode())) {
			return "%s Grant the right to '%s', or let another user migrate by migrator.username and migrator.password."
				.formatted(aftermath, this.database.user());
		}
		return aftermath + " Mend the statement and start again.";
	}

	/**
	 * Say how a run that failed left the database.
	 * @param journal the revision's journal, after its transaction was rolled back
	 * @param transactionPerMigration whether the revision had a transaction of its own
	 * @return a whole sentence
	 */
	static String aftermath(StatementJournal journal, boolean transactionPerMigration) {
		if (!journal.isWritten()) {
			return (transactionPerMigration) ? "The database is as it was before this revision."
					: "The database is as it was before the revisions that share this transaction.";
		}
		String batches = journal.writtenBatches();
		if (batches != null) {
			BatchPosition position = BatchPosition.parse(batches);
			return "%d of its statements are done and committed, and %d rows of the next one; the next start goes on behind the key %s."
				.formatted(journal.written(), position.walked(), position.keyText());
		}
		if (journal.written() == 0) {
			return "None of its statements took effect.";
		}
		return "%d of its statements are done and committed; the next start goes on behind them."
			.formatted(journal.written());
	}

	private static String reason(SqlSessionException failure) {
		String message = String.valueOf(failure.getMessage()).strip();
		return REPEATED_STATEMENT.matcher(message).replaceFirst("$1");
	}

	private static String shortened(String sql) {
		return (sql.length() <= 1000) ? sql : sql.substring(0, 1000) + " …";
	}

}
