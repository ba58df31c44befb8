package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * What is in a schema, as the information schema of MariaDB and MySQL tells it. The
 * schema's own name is taken out of views and routines.
 *
 * @see <a href="https://mariadb.com/kb/en/information-schema-tables/">Information Schema
 * Tables</a>
 */
final class MariadbSchemaLines {

	private static final String TABLES = """
			select concat_ws(' ', 'table', %s, 'engine', engine, 'collate', table_collation, nullif(create_options, ''),
			    concat('comment ', nullif(quote(table_comment), ''''''))) as line
			from information_schema.tables where table_schema = ? and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
			order by cast(table_name as binary)""".formatted(name("table_name"));

	private static final String COLUMNS = """
			select concat_ws(' ', 'column', concat(%s, '.', %s), column_type, concat('collate ', collation_name),
			    case is_nullable when 'NO' then 'not null' end, concat('default ', %%s), nullif(lower(extra), ''),
			    concat('as (', nullif(generation_expression, ''), ')'),
			    concat('comment ', nullif(quote(column_comment), ''''''))) as line
			from information_schema.columns where table_schema = ?
			and table_name in (select table_name from information_schema.tables where table_schema = ?
			    and table_type in ('BASE TABLE', 'SYSTEM VERSIONED'))
			order by cast(table_name as binary), ordinal_position""".formatted(name("table_name"), name("column_name"));

	// A unique index is a unique constraint.
	private static final String KEYS = """
			select concat_ws(' ', case when index_name = 'PRIMARY' then 'primary key on' when non_unique = 0 then 'unique'
			    else 'index' end, case when index_name <> 'PRIMARY' then concat(%s, ' on') end, %s,
			    concat('(', group_concat(concat(%%s, coalesce(concat('(', sub_part, ')'), ''),
			        case collation when 'D' then ' desc' else '' end) order by seq_in_index separator ', '), ')'),
			    nullif(lower(index_type), 'btree'), max(%%s),
			    concat('comment ', nullif(quote(index_comment), ''''''))) as line
			from information_schema.statistics where table_schema = ?
			group by table_name, index_name, non_unique, index_type, index_comment
			order by cast(table_name as binary), non_unique, cast(index_name as binary)"""
		.formatted(name("index_name"), name("table_name"));

	private static final String FOREIGN_KEYS = """
			select concat_ws(' ', 'foreign key', concat(%s, '.', %s), concat('(', (select group_concat(%s
			        order by u.ordinal_position separator ', ') from information_schema.key_column_usage u
			        where u.constraint_schema = r.constraint_schema and u.constraint_name = r.constraint_name
			        and u.table_name = r.table_name), ')'), 'references',
			    (select concat(max(concat(%s, '.', %s)), ' (', group_concat(%s order by u.ordinal_position separator ', '), ')')
			        from information_schema.key_column_usage u
			        where u.constraint_schema = r.constraint_schema and u.constraint_name = r.constraint_name
			        and u.table_name = r.table_name),
			    'on update', lower(r.update_rule), 'on delete', lower(r.delete_rule)) as line
			from information_schema.referential_constraints r where r.constraint_schema = ?
			order by cast(r.table_name as binary), cast(r.constraint_name as binary)"""
		.formatted(name("r.table_name"), name("r.constraint_name"), name("u.column_name"),
				name("u.referenced_table_schema"), name("u.referenced_table_name"), name("u.referenced_column_name"));

	private static final String CHECKS = """
			select concat_ws(' ', 'check', concat(%s, '.', %s), concat('(', c.check_clause, ')')%%s) as line
			from information_schema.table_constraints t join information_schema.check_constraints c
			on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name%%s
			where t.constraint_schema = ? and t.constraint_type = 'CHECK'
			order by cast(t.table_name as binary), cast(t.constraint_name as binary)""".formatted(name("t.table_name"),
			name("t.constraint_name"));

	private static final String SEQUENCES = """
			select table_name from information_schema.tables where table_schema = ? and table_type = 'SEQUENCE'
			order by cast(table_name as binary)""";

	private static final String SEQUENCE = """
			select concat_ws(' ', 'sequence %3$s start', start_value, 'increment', increment, 'minimum', minimum_value,
			    'maximum', maximum_value, 'cache', cache_size, case cycle_option when 1 then 'cycle' end) as line
			from %2$s.%1$s""";

	private static final String VIEWS = """
			select concat_ws(' ', 'view', %s, 'as', view_definition, concat('check ', nullif(lower(check_option), 'none')),
			    concat('security ', lower(security_type))) as line
			from information_schema.views where table_schema = ? order by cast(table_name as binary)"""
		.formatted(name("table_name"));

	private static final String ROUTINES = """
			select concat_ws(' ', lower(r.routine_type), concat(%s, '(', coalesce((select group_concat(concat_ws(' ',
			        lower(p.parameter_mode), %s, p.dtd_identifier) order by p.ordinal_position separator ', ')
			        from information_schema.parameters p where p.specific_schema = r.routine_schema
			        and p.specific_name = r.specific_name and p.routine_type = r.routine_type
			        and p.ordinal_position > 0), ''), ')'),
			    concat('returns ', nullif(r.dtd_identifier, '')), case r.is_deterministic when 'YES' then 'deterministic' end,
			    lower(r.sql_data_access), 'security', lower(r.security_type), r.routine_definition,
			    concat('comment ', nullif(quote(r.routine_comment), ''''''))) as line
			from information_schema.routines r where r.routine_schema = ?
			order by r.routine_type, cast(r.routine_name as binary)"""
		.formatted(name("r.routine_name"), name("p.parameter_name"));

	private static final String TRIGGERS = """
			select concat_ws(' ', 'trigger', %s, lower(action_timing), lower(event_manipulation), 'on', %s, 'order',
			    action_order, action_statement) as line
			from information_schema.triggers where trigger_schema = ? order by cast(trigger_name as binary)"""
		.formatted(name("trigger_name"), name("event_object_table"));

	private static final String EVENTS = """
			select concat_ws(' ', 'event', %s, lower(event_type), 'every', interval_value, lower(interval_field),
			    lower(status), 'completion', lower(on_completion), event_definition,
			    concat('comment ', nullif(quote(event_comment), ''''''))) as line
			from information_schema.events where event_schema = ? order by cast(event_name as binary)"""
		.formatted(name("event_name"));

	private final SqlSession session;

	private final List<String> lines = new ArrayList<>();

	private MariadbSchemaLines(SqlSession session) {
		this.session = session;
	}

	/**
	 * Read the lines.
	 * @param schema the schema as it stands in SQL, in quotes or not
	 * @param mariadb whether the server is MariaDB
	 * @param session where to look
	 * @return the lines
	 */
	static List<String> read(String schema, boolean mariadb, SqlSession session) {
		List<Row> names = session
			.query(SqlStatement.of("select schema_name as name from information_schema.schemata where "
					+ MariadbCatalog.matches("schema_name", schema)));
		MariadbSchemaLines lines = new MariadbSchemaLines(session);
		// MySQL cuts what is longer than a few hundred characters.
		Object before = session.query(SqlStatement.of("select @@group_concat_max_len as length")).get(0).get("length");
		session.execute(SqlStatement.of("set session group_concat_max_len = 1048576"));
		try {
			names.forEach((row) -> lines.read(String.valueOf(row.string("name")), mariadb));
		}
		finally {
			session.execute(SqlStatement.of("set session group_concat_max_len = " + before));
		}
		return lines.lines;
	}

	private void read(String schema, boolean mariadb) {
		add(TABLES, schema);
		addColumns(schema, mariadb);
		add(KEYS.formatted(
				(mariadb) ? name("column_name")
						: "coalesce(%s, concat('(', expression, ')'))".formatted(name("column_name")),
				(mariadb) ? "case ignored when 'YES' then 'ignored' end"
						: "case is_visible when 'NO' then 'invisible' end"),
				schema);
		add(FOREIGN_KEYS, schema);
		add(CHECKS.formatted((mariadb) ? "" : ", case t.enforced when 'NO' then 'not enforced' end",
				(mariadb) ? " and c.table_name = t.table_name" : ""), schema);
		if (mariadb) {
			addSequences(schema);
		}
		for (String query : List.of(VIEWS, ROUTINES, TRIGGERS, EVENTS)) {
			add(query, schema);
		}
	}

	private void add(String query, String schema) {
		this.session.query(SqlStatement.of(query, schema)).forEach((row) -> add(row, schema));
	}

	private void addColumns(String schema, boolean mariadb) {
		// of a text MySQL tells the mere characters
		String value = (mariadb) ? "column_default"
				: "if(column_default is null or collation_name is null or extra like '%default_generated%', column_default, quote(column_default))";
		this.session.query(SqlStatement.of(COLUMNS.formatted(value), schema, schema))
			.forEach((row) -> add(row, schema));
	}

	// Each sequence is a table with a row that tells of it.
	private void addSequences(String schema) {
		String query = this.session.query(SqlStatement.of(SEQUENCES, schema))
			.stream()
			.map((row) -> quoted(String.valueOf(row.string("table_name"))))
			.map((name) -> SEQUENCE.formatted(name, quoted(schema), name.replace("'", "''")))
			.collect(Collectors.joining(" union all "));
		if (!query.isEmpty()) {
			this.session.query(SqlStatement.of(query)).forEach((row) -> add(row, schema));
		}
	}

	private void add(Row row, String schema) {
		this.lines.add(String.valueOf(row.string("line"))
			.replace(quoted(schema) + ".", "")
			.strip()
			.replace("\r", "\\r")
			.replace("\n", "\\n"));
	}

	private static String name(String column) {
		return "concat('`', replace(%s, '`', '``'), '`')".formatted(column);
	}

	private static String quoted(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

}
