package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.operation.Row;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Finds what extensions and partitioned tables look after themselves, by one query, whose
 * time does not grow with the tables that nobody looks after.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">
 * pg_depend</a>
 */
final class PostgresqlUnmanaged {

	// PostgreSQL makes a type for the rows of each table and for the lists of each type.
	private static final String QUERY = """
			select n.nspname::text as schema, o.name::text as name, o.kind, e.extname::text as extension,
			    o.partitions, coalesce(n.nspname = current_schema(), false) as is_default
			from (
			    select c.relnamespace as namespace, c.relname as name, x.refobjid as extension, null::int8 as partitions,
			        case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
			        else 'table' end as kind
			    from pg_catalog.pg_depend x join pg_catalog.pg_class c on c.oid = x.objid
			    where x.classid = 'pg_catalog.pg_class'::regclass and x.deptype = 'e'
			        and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
			    union all
			    select t.typnamespace, t.typname, x.refobjid, null, 'type'
			    from pg_catalog.pg_depend x join pg_catalog.pg_type t on t.oid = x.objid
			    left join pg_catalog.pg_class c on c.oid = t.typrelid
			    where x.classid = 'pg_catalog.pg_type'::regclass and x.deptype = 'e' and t.typtype <> 'm'
			        and coalesce(c.relkind, 'c') = 'c'
			        and not exists (select 1 from pg_catalog.pg_type a where a.typarray = t.oid)
			    union all
			    select p.relnamespace, p.relname, null, count(*), 'table'
			    from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relispartition
			        and c.relkind in ('r', 'p', 'f')
			    join pg_catalog.pg_class p on p.oid = i.inhparent
			    group by p.oid, p.relnamespace, p.relname) o
			join pg_catalog.pg_namespace n on n.oid = o.namespace
			left join pg_catalog.pg_extension e on e.oid = o.extension
			where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
			order by n.nspname collate "C", o.name collate "C", o.kind""";

	private PostgresqlUnmanaged() {
	}

	static List<UnmanagedObject> find(SchemaFilter filter, SqlSession session) {
		List<UnmanagedObject> found = new ArrayList<>();
		for (Row row : session.query(SqlStatement.of(QUERY))) {
			String schema = String.valueOf(row.string("schema"));
			boolean isDefault = row.bool("is_default");
			if (filter.includes(schema, isDefault)) {
				TableName name = new TableName((isDefault) ? null : schema, String.valueOf(row.string("name")));
				found.add(new UnmanagedObject(name, text(row, name)));
			}
		}
		return found;
	}

	private static String text(Row row, TableName name) {
		if (row.get("partitions") == null) {
			return "The %s %s belongs to the extension %s, and stays there.".formatted(row.string("kind"), name,
					row.string("extension"));
		}
		long partitions = row.number("partitions");
		return (partitions == 1) ? "The table %s has a partition, which stays as it is.".formatted(name)
				: "The table %s has %d partitions, which stay as they are.".formatted(name, partitions);
	}

}
