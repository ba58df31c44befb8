package dev.migrator.dialect.h2;

import dev.migrator.dialect.standard.DataSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.InsertRows;

/**
 * Statements on rows of H2.
 */
final class H2DataSql extends DataSql {

	H2DataSql(SqlWords words) {
		super(words);
	}

	@Override
	protected String onConflictDoNothing(InsertRows operation) {
		throw words().lacks("insert that leaves out rows that are there already",
				"Write a 'merge' on H2, for example by op.dialect().");
	}

}
