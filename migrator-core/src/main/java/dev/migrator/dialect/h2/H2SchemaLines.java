package dev.migrator.dialect.h2;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * What is in a schema, as H2's information schema tells it. The schema's own name is
 * taken out of expressions and views, and so are the names that H2 gives to constraints
 * that have none: they come from whatever else there was at that moment.
 *
 * @see <a href="https://www.h2database.com/html/systemtables.html">System Tables</a>
 */
final class H2SchemaLines {

	private static final String TABLES = """
			select concat_ws(' ', lower(TABLE_TYPE), quote_ident(TABLE_NAME), 'comment ''' || REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = ? and TABLE_TYPE <> 'VIEW' order by TABLE_NAME""";

	private static final String COLUMNS = """
			select concat_ws(' ', 'column', quote_ident(c.TABLE_NAME) || '.' || quote_ident(c.COLUMN_NAME),
			    coalesce(quote_ident(c.DOMAIN_NAME),
			        data_type_sql(c.TABLE_SCHEMA, c.TABLE_NAME, 'TABLE', c.DTD_IDENTIFIER)),
			    case c.IS_NULLABLE when 'NO' then 'not null' end,
			    case c.IS_IDENTITY when 'YES' then 'generated ' || lower(c.IDENTITY_GENERATION) || ' as identity (start '
			        || c.IDENTITY_START || ' increment ' || c.IDENTITY_INCREMENT || ' minimum ' || c.IDENTITY_MINIMUM
			        || ' maximum ' || c.IDENTITY_MAXIMUM || ' cache ' || c.IDENTITY_CACHE
			        || case c.IDENTITY_CYCLE when 'YES' then ' cycle' else '' end || ')' end,
			    'default ' || c.COLUMN_DEFAULT, 'on update ' || c.COLUMN_ON_UPDATE,
			    'generated always as (' || c.GENERATION_EXPRESSION || ')',
			    case when c.DEFAULT_ON_NULL then 'default on null' end, case when not c.IS_VISIBLE then 'invisible' end,
			    'comment ''' || c.REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.COLUMNS c join INFORMATION_SCHEMA.TABLES t
			on t.TABLE_SCHEMA = c.TABLE_SCHEMA and t.TABLE_NAME = c.TABLE_NAME and t.TABLE_TYPE <> 'VIEW'
			where c.TABLE_SCHEMA = ? order by c.TABLE_NAME, c.ORDINAL_POSITION""";

	private static final String CONSTRAINTS = """
			select concat_ws(' ', 'constraint', quote_ident(c.TABLE_NAME) || '.'
			    || case when regexp_like(c.CONSTRAINT_NAME, '^CONSTRAINT_[0-9A-F_]+$') then '(unnamed)'
			        else quote_ident(c.CONSTRAINT_NAME) end, lower(c.CONSTRAINT_TYPE),
			    '(' || (select listagg(quote_ident(k.COLUMN_NAME), ', ') within group (order by k.ORDINAL_POSITION)
			        from INFORMATION_SCHEMA.KEY_COLUMN_USAGE k where k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
			        and k.CONSTRAINT_NAME = c.CONSTRAINT_NAME) || ')',
			    'references ' || (select max(quote_ident(u.TABLE_SCHEMA) || '.' || quote_ident(u.TABLE_NAME)) || ' ('
			        || listagg(quote_ident(u.COLUMN_NAME), ', ') within group (order by k.ORDINAL_POSITION) || ')'
			        from INFORMATION_SCHEMA.KEY_COLUMN_USAGE k join INFORMATION_SCHEMA.KEY_COLUMN_USAGE u
			        on u.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA and u.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
			        and u.ORDINAL_POSITION = k.POSITION_IN_UNIQUE_CONSTRAINT
			        where k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA and k.CONSTRAINT_NAME = r.CONSTRAINT_NAME),
			    'on update ' || lower(r.UPDATE_RULE), 'on delete ' || lower(r.DELETE_RULE),
			    '(' || k.CHECK_CLAUSE || ')', case c.ENFORCED when 'NO' then 'not enforced' end,
			    'nulls distinct ' || lower(nullif(c.NULLS_DISTINCT, 'YES')), 'comment ''' || c.REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
			left join INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
			on r.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA and r.CONSTRAINT_NAME = c.CONSTRAINT_NAME
			left join INFORMATION_SCHEMA.CHECK_CONSTRAINTS k
			on k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA and k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
			where c.TABLE_SCHEMA = ? order by c.TABLE_NAME, LINE""";

	private static final String INDEXES = """
			select concat_ws(' ', lower(i.INDEX_TYPE_NAME), quote_ident(i.INDEX_NAME), 'on', quote_ident(i.TABLE_NAME),
			    '(' || (select listagg(quote_ident(c.COLUMN_NAME) || case c.ORDERING_SPECIFICATION when 'DESC' then ' desc'
			        else '' end, ', ') within group (order by c.ORDINAL_POSITION)
			        from INFORMATION_SCHEMA.INDEX_COLUMNS c
			        where c.INDEX_SCHEMA = i.INDEX_SCHEMA and c.INDEX_NAME = i.INDEX_NAME) || ')',
			    'nulls distinct ' || lower(nullif(i.NULLS_DISTINCT, 'YES')), 'comment ''' || i.REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.INDEXES i where i.INDEX_SCHEMA = ? and not i.IS_GENERATED
			order by i.TABLE_NAME, i.INDEX_NAME""";

	private static final String SEQUENCES = """
			select concat_ws(' ', 'sequence', quote_ident(SEQUENCE_NAME), lower(DATA_TYPE), 'start', START_VALUE,
			    'increment', INCREMENT, 'minimum', MINIMUM_VALUE, 'maximum', MAXIMUM_VALUE, 'cache', CACHE,
			    case CYCLE_OPTION when 'YES' then 'cycle' end, 'comment ''' || REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_SCHEMA = ? order by SEQUENCE_NAME""";

	private static final String VIEWS = """
			select concat_ws(' ', 'view', quote_ident(TABLE_NAME), 'as', VIEW_DEFINITION,
			    'comment ''' || REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.VIEWS where TABLE_SCHEMA = ? order by TABLE_NAME""";

	private static final String ROUTINES = """
			select concat_ws(' ', lower(r.ROUTINE_TYPE), quote_ident(r.ROUTINE_NAME) || '('
			    || coalesce((select listagg(data_type_sql(p.SPECIFIC_SCHEMA, p.SPECIFIC_NAME, 'ROUTINE', p.DTD_IDENTIFIER),
			        ', ') within group (order by p.ORDINAL_POSITION) from INFORMATION_SCHEMA.PARAMETERS p
			        where p.SPECIFIC_SCHEMA = r.SPECIFIC_SCHEMA and p.SPECIFIC_NAME = r.SPECIFIC_NAME), '') || ')',
			    'returns ' || data_type_sql(r.SPECIFIC_SCHEMA, r.SPECIFIC_NAME, 'ROUTINE', r.DTD_IDENTIFIER),
			    case r.IS_DETERMINISTIC when 'YES' then 'deterministic' end,
			    'calls ' || r.EXTERNAL_NAME, 'as ' || r.ROUTINE_DEFINITION, 'comment ''' || r.REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.ROUTINES r where r.ROUTINE_SCHEMA = ? order by r.ROUTINE_NAME, LINE""";

	private static final String TRIGGERS = """
			select concat_ws(' ', 'trigger', quote_ident(TRIGGER_NAME), lower(ACTION_TIMING), lower(EVENT_MANIPULATION),
			    'on', quote_ident(EVENT_OBJECT_TABLE), 'for each', lower(ACTION_ORIENTATION),
			    case when IS_ROLLBACK then 'on rollback' end, 'calls', JAVA_CLASS, 'queue', QUEUE_SIZE,
			    case when NO_WAIT then 'no wait' end, 'comment ''' || REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.TRIGGERS where TRIGGER_SCHEMA = ? order by TRIGGER_NAME, EVENT_MANIPULATION""";

	private static final String DOMAINS = """
			select concat_ws(' ', 'domain', quote_ident(d.DOMAIN_NAME), coalesce(quote_ident(d.PARENT_DOMAIN_NAME),
			        data_type_sql(d.DOMAIN_SCHEMA, d.DOMAIN_NAME, 'DOMAIN', d.DTD_IDENTIFIER)),
			    'default ' || d.DOMAIN_DEFAULT, 'on update ' || d.DOMAIN_ON_UPDATE,
			    (select listagg('check (' || k.CHECK_CLAUSE || ')', ' ') within group (order by k.CHECK_CLAUSE)
			        from INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS c join INFORMATION_SCHEMA.CHECK_CONSTRAINTS k
			        on k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA and k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
			        where c.DOMAIN_SCHEMA = d.DOMAIN_SCHEMA and c.DOMAIN_NAME = d.DOMAIN_NAME),
			    'comment ''' || d.REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.DOMAINS d where d.DOMAIN_SCHEMA = ? order by d.DOMAIN_NAME""";

	private static final String CONSTANTS = """
			select concat_ws(' ', 'constant', quote_ident(CONSTANT_NAME), lower(DATA_TYPE), VALUE_DEFINITION,
			    'comment ''' || REMARKS || '''') as LINE
			from INFORMATION_SCHEMA.CONSTANTS where CONSTANT_SCHEMA = ? order by CONSTANT_NAME""";

	private static final List<String> QUERIES = List.of(TABLES, COLUMNS, CONSTRAINTS, INDEXES, SEQUENCES, VIEWS,
			ROUTINES, TRIGGERS, DOMAINS, CONSTANTS);

	private H2SchemaLines() {
	}

	/**
	 * Read the lines.
	 * @param schema the schema as it stands in SQL, in quotes or not
	 * @param session where to look
	 * @return the lines
	 */
	static List<String> read(String schema, SqlSession session) {
		List<Row> names = session.query(SqlStatement
			.of("select SCHEMA_NAME from INFORMATION_SCHEMA.SCHEMATA where " + H2Names.matches("SCHEMA_NAME", schema)));
		List<String> lines = new ArrayList<>();
		for (Row name : names) {
			String text = String.valueOf(name.string("SCHEMA_NAME"));
			String prefix = "\"" + text.replace("\"", "\"\"") + "\".";
			for (String query : QUERIES) {
				session.query(SqlStatement.of(query, text)).forEach((row) -> lines.add(line(row, prefix)));
			}
		}
		return lines;
	}

	private static String line(Row row, String prefix) {
		return String.valueOf(row.string("LINE")).replace(prefix, "").strip().replace("\r", "\\r").replace("\n", "\\n");
	}

}
