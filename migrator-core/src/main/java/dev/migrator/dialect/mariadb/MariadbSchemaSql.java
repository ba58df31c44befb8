package dev.migrator.dialect.mariadb;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.SchemaSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.DropSchema;

/**
 * Schemas of MariaDB and MySQL, which they call databases, too. One is always dropped
 * with all that is in it: where that is not asked for, somebody has to look first whether
 * it is empty.
 */
final class MariadbSchemaSql extends SchemaSql {

	MariadbSchemaSql(SqlWords words) {
		super(words);
	}

	@Override
	protected Stream<String> drop(DropSchema operation) {
		if (!operation.cascade()) {
			throw SqlWords.unsupported(
					"%s drops the schema '%s' with all that is in it, and only the database knows whether that is nothing."
						.formatted(words().product(), operation.schema()),
					"Run this revision online, or say cascade().");
		}
		return Stream.of(statement(operation));
	}

	String statement(DropSchema operation) {
		return "drop schema " + words().ifExists(operation.ifExists()) + words().name(operation.schema());
	}

}
