package dev.migrator.dialect.sqlite;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.SchemaSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.DropSchema;

/**
 * Refuses schemas, which SQLite does not have: what stands there is an attached database.
 */
final class NoSchemas extends SchemaSql {

	NoSchemas(SqlWords words) {
		super(words);
	}

	@Override
	protected Stream<String> create(CreateSchema operation) {
		throw lacks(operation.schema());
	}

	@Override
	protected Stream<String> drop(DropSchema operation) {
		throw lacks(operation.schema());
	}

	private MigratorException lacks(String schema) {
		return words().lacks("schemas to create or to drop, such as '%s'".formatted(schema),
				"Leave it out there, for example by op.dialect().");
	}

}
