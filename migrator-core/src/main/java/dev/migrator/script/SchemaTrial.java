package dev.migrator.script;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.StatementValues;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * Says operations each for the schema that those before it have left, so that statements
 * can be written down that depend on it. They are tried in a database in memory that
 * begins with the schema of another one, and has no rows of that.
 */
public final class SchemaTrial implements AutoCloseable {

	private final Dialect dialect;

	private final SqlSession place;

	private SchemaTrial(Dialect dialect, SqlSession place) {
		this.dialect = dialect;
		this.place = place;
	}

	/**
	 * Begin with the schema of a database.
	 * @param dialect what it speaks
	 * @param database the database, where nothing is changed
	 * @return the trial, or nothing where no operation depends on the schema, or there is
	 * no place in memory
	 * @throws MigratorException {@code UNSUPPORTED} if the schema cannot be copied
	 */
	public static Optional<SchemaTrial> of(Dialect dialect, SqlSession database) {
		return dialect.copySchema(database)
			.flatMap((schema) -> dialect.inMemory(database)
				.map((url) -> new SchemaTrial(dialect, database.elsewhere(url)).with(schema)));
	}

	private SchemaTrial with(List<SqlStatement> schema) {
		try {
			schema.forEach((statement) -> run(statement, "The schema cannot be copied into a database in memory"));
			return this;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Say the next operation, and do it.
	 * @param operation the operation
	 * @return its statements
	 * @throws MigratorException if the database lacks what it says, or
	 * {@code UNSUPPORTED} if a statement fails
	 */
	public StatementGroup say(Operation operation) {
		StatementGroup group = this.dialect.render(operation, this.place);
		group.statements().forEach((statement) -> run(statement, "Tried on the schema of the database, it fails"));
		return group;
	}

	private void run(SqlStatement statement, String failure) {
		try {
			this.place.execute(statement);
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED, "%s: %s (%s)".formatted(failure, ex.getMessage(),
					StatementValues.writeOut(statement, this.dialect)), "Correct it, or do it in Java.", ex);
		}
	}

	@Override
	public void close() {
		this.place.close();
	}

}
