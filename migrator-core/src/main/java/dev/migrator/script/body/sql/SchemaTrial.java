package dev.migrator.script.body.sql;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.StatementValues;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * Says operations each for the schema that those before it have left. They are tried in a
 * database in memory that begins with the schema of the revision's database, and has no
 * rows.
 *
 * @param dialect what the database speaks
 * @param place the database in memory
 */
record SchemaTrial(Dialect dialect, SqlSession place) implements StatementSource {

	/**
	 * Begin with the schema of a database.
	 * @param dialect what it speaks
	 * @param database the database
	 * @return what says operations, or nothing where there is no such place
	 * @throws MigratorException {@code UNSUPPORTED} if the schema cannot be copied
	 */
	static Optional<StatementSource> of(Dialect dialect, SqlSession database) {
		return dialect.copySchema(database)
			.flatMap((schema) -> dialect.inMemory(database)
				.map((url) -> new SchemaTrial(dialect, database.elsewhere(url)).with(schema)));
	}

	private SchemaTrial with(List<SqlStatement> schema) {
		try {
			schema.forEach((statement) -> run(statement, "the schema cannot be copied into a database in memory"));
			return this;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public StatementGroup say(Operation operation) {
		StatementGroup group = render(operation);
		group.statements().forEach((statement) -> run(statement, "tried on the schema of the database, it fails"));
		return group;
	}

	private StatementGroup render(Operation operation) {
		try {
			return this.dialect.render(operation, this.place);
		}
		catch (MigratorException ex) {
			throw StatementSource.notWritten(ex.problem(), ex);
		}
	}

	private void run(SqlStatement statement, String failure) {
		try {
			this.place.execute(statement);
		}
		catch (SqlSessionException ex) {
			throw StatementSource.notWritten("%s: %s (%s)".formatted(failure, ex.getMessage(),
					StatementValues.writeOut(statement, this.dialect)), ex);
		}
	}

	@Override
	public void close() {
		this.place.close();
	}

}
