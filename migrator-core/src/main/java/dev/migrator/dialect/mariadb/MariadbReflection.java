package dev.migrator.dialect.mariadb;

import java.util.List;

import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SqlSession;

/**
 * Reads what is in schemas of MariaDB and MySQL from the information schema, by a fixed
 * number of queries. Events are left out. A unique index on plain columns is read as a
 * unique constraint, which is the same there; the index that the server made for a
 * foreign key is left out.
 *
 * @see <a href="https://mariadb.com/kb/en/information-schema-tables/">Information Schema
 * Tables</a>
 */
final class MariadbReflection {

	private MariadbReflection() {
	}

	static Schema read(SchemaFilter filter, ServerFeatures features, StandardTypes types, SqlSession session) {
		ReflectedSchemas schemas = ReflectedSchemas.read(filter, session);
		if (schemas.names().isEmpty()) {
			return Schema.EMPTY;
		}
		ReflectedTables tables = new ReflectedTables(schemas, features, types);
		tables.read(session);
		ReflectedKeys.read(schemas, features, tables, session);
		ReflectedObjects objects = new ReflectedObjects(schemas, session);
		return new Schema(schemas.others(), tables.drafts().stream().map(TableDraft::toTable).toList(),
				(features.mariadb()) ? ReflectedSequences.read(schemas, types, session) : List.of(), List.of(),
				List.of(), objects.views(), objects.routines(), objects.triggers());
	}

}
