package dev.migrator.script.body.sql;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;

/**
 * Says operations without a look into a database.
 *
 * @param dialect what the database speaks
 */
record DialectAlone(Dialect dialect) implements StatementSource {

	@Override
	public StatementGroup say(Operation operation) {
		try {
			return new StatementGroup(this.dialect.render(operation), List.of());
		}
		catch (MigratorException ex) {
			if (this.dialect.dependsOnSchema(operation)) {
				throw StatementSource.notWritten(ex.problem(), ex);
			}
			throw ex;
		}
	}

}
