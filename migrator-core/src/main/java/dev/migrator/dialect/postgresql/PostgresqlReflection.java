package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Reads what is in schemas of PostgreSQL from its catalogs, by a fixed number of queries,
 * in the {@link PostgresqlPrinting same words} whoever asks.
 *
 * <p>
 * Foreign tables, the parts of partitioned tables, what belongs to an extension, indexes
 * of materialized views, constraint triggers and aggregates are left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System
 * Catalogs</a>
 */
final class PostgresqlReflection {

	private static final String SCHEMAS = """
			select oid::int8 as id, nspname::text as name, coalesce(nspname = current_schema(), false) as is_default
			from pg_catalog.pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'""";

	private final StandardTypes types;

	private final SqlSession session;

	private PostgresqlReflection(StandardTypes types, SqlSession session) {
		this.types = types;
		this.session = session;
	}

	static Schema read(SchemaFilter filter, StandardTypes types, SqlSession session) {
		return new PostgresqlReflection(types, session).read(filter);
	}

	private Schema read(SchemaFilter filter) {
		String defaultSchema = null;
		List<String> others = new ArrayList<>();
		List<String> ids = new ArrayList<>();
		for (Row row : this.session.query(SqlStatement.of(SCHEMAS))) {
			String name = String.valueOf(row.string("name"));
			boolean isDefault = row.bool("is_default");
			defaultSchema = (isDefault) ? name : defaultSchema;
			if (filter.includes(name, isDefault)) {
				ids.add(String.valueOf(row.number("id")));
				if (!isDefault) {
					others.add(name);
				}
			}
		}
		if (ids.isEmpty()) {
			return Schema.EMPTY;
		}
		PostgresqlNames names = new PostgresqlNames(defaultSchema);
		String schemas = String.join(", ", ids);
		return PostgresqlPrinting.during(this.session, () -> read(schemas, others, names));
	}

	private Schema read(String schemas, List<String> others, PostgresqlNames names) {
		PostgresqlNamedTypes named = PostgresqlNamedTypes.read(schemas, names, this.types, this.session);
		PostgresqlSequences sequences = PostgresqlSequences.read(schemas, names, this.types, this.session);
		PostgresqlTables tables = new PostgresqlTables(schemas, names, this.session);
		Map<Long, TableDraft> drafts = tables.read(new PostgresqlColumns(this.types, named.byText(), sequences, names));
		PostgresqlKeys.read(tables, names, drafts, this.session);
		List<Sequence> visible = sequences.all();
		PostgresqlObjects objects = new PostgresqlObjects(schemas, names, this.session);
		return new Schema(others, drafts.values().stream().map(TableDraft::toTable).toList(), visible, named.enums(),
				named.composites(), objects.views(), objects.routines(), objects.triggers());
	}

}
