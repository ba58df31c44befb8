package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The tables of schemas with their columns.
 */
final class PostgresqlTables {

	/** Between the elements of a list, since no name has it. */
	static final String SEPARATOR = "\u001f";

	private static final String CONDITION = """
			c.relnamespace in (%s) and c.relkind in ('r', 'p') and not c.relispartition
			and not exists (select 1 from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid
			    and x.deptype = 'e')""";

	private static final String TABLES = """
			select c.oid::int8 as id, n.nspname::text as schema, c.relname::text as name, s.description as comment,
			    c.relpersistence = 'u' as unlogged, nullif(m.amname, 'heap')::text as method,
			    p.spcname::text as tablespace, array_to_string(c.reloptions, chr(31)) as parameters,
			    case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as partition_by,
			    (select string_agg(i.inhparent::regclass::text, chr(31) order by i.inhseqno) from pg_inherits i
			        where i.inhrelid = c.oid) as parents
			from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
			left join pg_tablespace p on p.oid = c.reltablespace
			left join pg_description s on s.classoid = 'pg_class'::regclass and s.objoid = c.oid and s.objsubid = 0
			where %s""";

	private static final String COLUMNS = """
			select a.attrelid::int8 as id, a.attnum as number, a.attname::text as name,
			    format_type(a.atttypid, a.atttypmod) as type, l.collname::text as collation, a.attnotnull as required,
			    a.attidentity::text as identity, a.attgenerated::text as generated,
			    pg_get_expr(d.adbin, d.adrelid, true) as expression, s.description as comment, a.attislocal as own
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			join pg_type t on t.oid = a.atttypid
			left join pg_collation l on l.oid = a.attcollation and a.attcollation <> t.typcollation
			left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			left join pg_description s on s.classoid = 'pg_class'::regclass and s.objoid = a.attrelid
			    and s.objsubid = a.attnum
			where %s order by a.attrelid, a.attnum""";

	private final String condition;

	private final PostgresqlNames names;

	private final SqlSession session;

	PostgresqlTables(String schemas, PostgresqlNames names, SqlSession session) {
		this.condition = CONDITION.formatted(schemas);
		this.names = names;
		this.session = session;
	}

	/**
	 * Return which tables are read.
	 * @return a condition on {@code pg_class c}
	 */
	String condition() {
		return this.condition;
	}

	Map<Long, TableDraft> read(PostgresqlColumns columns) {
		Map<Long, TableDraft> drafts = new LinkedHashMap<>();
		for (Row row : this.session.query(SqlStatement.of(TABLES.formatted(this.condition)))) {
			TableName name = this.names.of(row.string("schema"), row.string("name"));
			drafts.put(row.number("id"), new TableDraft(name, row.string("comment"), options(row)));
		}
		for (Row row : this.session.query(SqlStatement.of(COLUMNS.formatted(this.condition)))) {
			TableDraft draft = drafts.get(row.number("id"));
			// A table may have come between the two queries.
			if (draft != null) {
				draft.number((int) row.number("number"), String.valueOf(row.string("name")));
				if (row.bool("own")) {
					draft.add(columns.column(row));
				}
			}
		}
		return drafts;
	}

	private List<TableOption> options(Row row) {
		List<TableOption> options = new ArrayList<>();
		add(options, "unlogged", (row.bool("unlogged")) ? "true" : null);
		add(options, "using", row.string("method"));
		add(options, "tablespace", row.string("tablespace"));
		add(options, "partition_by", row.string("partition_by"));
		String parents = row.string("parents");
		add(options, "inherits", (parents != null)
				? elements(parents).stream().map(this.names::shortened).collect(Collectors.joining(", ")) : null);
		String parameters = row.string("parameters");
		add(options, "with",
				(parameters != null) ? elements(parameters).stream()
					.map((parameter) -> parameter.replaceFirst("=", " = "))
					.collect(Collectors.joining(", ")) : null);
		return options;
	}

	private static void add(List<TableOption> options, String name, @Nullable String value) {
		if (value != null) {
			options.add(new TableOption("postgresql", name, value));
		}
	}

	static List<String> elements(String list) {
		return Arrays.asList(list.split(SEPARATOR, -1));
	}

}
