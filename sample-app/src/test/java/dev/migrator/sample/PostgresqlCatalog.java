package dev.migrator.sample;

import java.util.List;

/**
 * All that a PostgreSQL database holds but its data: relations with their columns,
 * constraints and indexes, routines, types, and the rows of Migrator's own tables.
 */
final class PostgresqlCatalog {

	private PostgresqlCatalog() {
	}

	/**
	 * Read the catalog.
	 * @param database the database, which has Migrator's tables
	 * @return a line for each thing, in which a rewritten table or a new object is seen
	 */
	static List<String> of(SampleDatabase database) {
		return database.strings("""
						select concat_ws(' ', 'relation', c.oid, n.nspname, c.relname, c.relkind, c.relfilenode)
				from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
				union all
				select concat_ws(' ', 'column', to_jsonb(c)) from information_schema.columns c
				where c.table_schema not in ('pg_catalog', 'information_schema')
				union all
				select concat_ws(' ', 'constraint', oid, conname, pg_get_constraintdef(oid)) from pg_constraint
				union all
				select concat_ws(' ', 'routine', p.oid, p.proname)
				from pg_proc p join pg_namespace n on n.oid = p.pronamespace
				where n.nspname not in ('pg_catalog', 'information_schema')
				union all
				select concat_ws(' ', 'type', t.oid, t.typname)
				from pg_type t join pg_namespace n on n.oid = t.typnamespace
				where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
				union all
				select concat_ws(' ', 'schema', oid, nspname) from pg_namespace where nspname !~ '^pg_(toast_)?temp_'
				union all
				select concat_ws(' ', 'version', version_num) from migrator_version
				union all
				select concat_ws(' ', 'history', to_jsonb(h)) from migrator_history h
				order by 1""");
	}

}
