package dev.migrator.dialect.postgresql;

import java.util.List;

import dev.migrator.operation.Row;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The views, routines and triggers of schemas, in the words of PostgreSQL's own
 * functions.
 */
final class PostgresqlObjects {

	private static final String VIEWS = """
			select n.nspname::text as schema, c.relname::text as name, c.relkind = 'm' as materialized,
			    rtrim(pg_get_viewdef(c.oid, true), ';')
			        || coalesce((select format(E'\\n  WITH %%s CHECK OPTION', upper(o.option_value))
			            from pg_options_to_table(c.reloptions) o where o.option_name = 'check_option'), '') as query
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relnamespace in (%s) and c.relkind in ('v', 'm') and not exists (select 1 from pg_depend x
			    where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')""";

	private static final String ROUTINES = """
			select n.nspname::text as schema, p.proname::text as name, p.prokind = 'p' as procedure,
			    pg_get_function_arguments(p.oid) as arguments, substr(pg_get_functiondef(p.oid),
			        length(format('CREATE OR REPLACE %%s %%I.%%I(%%s)', case p.prokind when 'p' then 'PROCEDURE'
			            else 'FUNCTION' end, n.nspname, p.proname, pg_get_function_arguments(p.oid))) + 1) as definition
			from pg_proc p join pg_namespace n on n.oid = p.pronamespace
			where p.pronamespace in (%s) and p.prokind in ('f', 'p') and not exists (select 1 from pg_depend x
			    where x.classid = 'pg_proc'::regclass and x.objid = p.oid and x.deptype = 'e')""";

	private static final String TRIGGERS = """
			select d.schema, d.table_name, d.name, left(d.text, d.place - 1) as event,
			    substr(d.text, d.place + length(d.target)) as action
			from (select n.nspname::text as schema, c.relname::text as table_name, t.tgname::text as name,
			        format(' ON %%I.%%I ', n.nspname, c.relname) as target,
			        substr(pg_get_triggerdef(t.oid), length(format('CREATE TRIGGER %%I ', t.tgname)) + 1) as text,
			        strpos(substr(pg_get_triggerdef(t.oid), length(format('CREATE TRIGGER %%I ', t.tgname)) + 1),
			            format(' ON %%I.%%I ', n.nspname, c.relname)) as place
			    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
			    where c.relnamespace in (%s) and not t.tgisinternal and t.tgconstraint = 0 and t.tgparentid = 0
			    and not c.relispartition and not exists (select 1 from pg_depend x
			        where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')) d""";

	private final String schemas;

	private final PostgresqlNames names;

	private final SqlSession session;

	PostgresqlObjects(String schemas, PostgresqlNames names, SqlSession session) {
		this.schemas = schemas;
		this.names = names;
		this.session = session;
	}

	List<View> views() {
		return query(VIEWS).stream()
			.map((row) -> new View(this.names.of(row.string("schema"), row.string("name")),
					String.valueOf(row.string("query")).strip(), row.bool("materialized")))
			.toList();
	}

	List<Routine> routines() {
		return query(ROUTINES).stream()
			.map((row) -> new Routine(this.names.of(row.string("schema"), row.string("name")), row.bool("procedure"),
					String.valueOf(row.string("arguments")), String.valueOf(row.string("definition")).strip()))
			.toList();
	}

	List<Trigger> triggers() {
		return query(TRIGGERS).stream()
			.map((row) -> new Trigger(String.valueOf(row.string("name")),
					this.names.of(row.string("schema"), row.string("table_name")), String.valueOf(row.string("event")),
					String.valueOf(row.string("action"))))
			.toList();
	}

	private List<Row> query(String query) {
		return this.session.query(SqlStatement.of(query.formatted(this.schemas)));
	}

}
