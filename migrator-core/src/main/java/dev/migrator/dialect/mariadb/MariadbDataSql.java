package dev.migrator.dialect.mariadb;

import dev.migrator.dialect.standard.DataSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.InsertRows;

/**
 * Statements on rows of MariaDB and MySQL.
 */
final class MariadbDataSql extends DataSql {

	MariadbDataSql(SqlWords words) {
		super(words);
	}

	@Override
	protected String defaultRow() {
		return "() values ()";
	}

	/**
	 * Leave out rows that are there already, by an update that changes nothing:
	 * {@code insert ignore} would leave out other errors, too.
	 */
	@Override
	protected String onConflictDoNothing(InsertRows operation) {
		if (operation.columns().isEmpty()) {
			throw words().lacks("insert of a row of defaults that is left out if it is there",
					"Name a column and its value.");
		}
		String column = words().name(operation.columns().get(0));
		return " on duplicate key update %1$s = %2$s.%1$s".formatted(column, words().name(operation.table()));
	}

}
