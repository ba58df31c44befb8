package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.StorageParameter;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalog tells it.
 *
 * @param table its table
 * @param index the index
 */
record PostgresqlIndex(TableDraft table, Index index) {

	private static final int DESCENDING = 1;

	private static final int NULLS_FIRST = 2;

	/**
	 * A row a column of an index, those that it only holds among them. An expression has
	 * a collation from its columns, too, which it does not say.
	 */
	private static final String QUERY = """
			select i.indexrelid::int8 as index_id, i.indrelid::int8 as id, ic.relname::text as name,
			    i.indisunique as is_unique, %s as nulls_not_distinct, nullif(m.amname, 'btree')::text as method,
			    array_to_string(ic.reloptions, chr(31)) as parameters, s.spcname::text as tablespace,
			    pg_get_expr(i.indpred, i.indrelid, true) as predicate, k.position > i.indnkeyatts as included,
			    k.number, k.option, l.collname::text as collation,
			    case k.number when 0 then pg_get_indexdef(i.indexrelid, k.position::integer, true) end as expression,
			    case when not oc.opcdefault or x.attoptions is not null then
			        case n.nspname when 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end
			        || quote_ident(oc.opcname) || coalesce('(' || array_to_string(x.attoptions, ', ') || ')', '') end
			        as operator_class
			from pg_class c join pg_index i on i.indrelid = c.oid join pg_class ic on ic.oid = i.indexrelid
			join pg_am m on m.oid = ic.relam left join pg_tablespace s on s.oid = ic.reltablespace
			cross join lateral unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
			    with ordinality k (number, class_id, collation_id, option, position)
			join pg_attribute x on x.attrelid = i.indexrelid and x.attnum = k.position
			left join pg_type t on t.oid = x.atttypid
			left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number > 0
			left join pg_collation l on l.oid = k.collation_id
			    and k.collation_id <> coalesce(a.attcollation, t.typcollation) and (k.number > 0
			        or strpos(pg_get_indexdef(i.indexrelid, 0, true),
			            pg_get_indexdef(i.indexrelid, k.position::integer, true) || ' COLLATE ') > 0)
			left join pg_opclass oc on oc.oid = k.class_id left join pg_namespace n on n.oid = oc.opcnamespace
			where %s order by i.indrelid, i.indexrelid, k.position""";

	static Map<Long, PostgresqlIndex> readAll(String tables, Map<Long, TableDraft> drafts, PostgresqlVersion version,
			SqlSession session) {
		String nullsNotDistinct = (version.has(15)) ? "i.indnullsnotdistinct" : "false";
		Map<Long, List<Row>> rows = new LinkedHashMap<>();
		for (Row row : session.query(SqlStatement.of(QUERY.formatted(nullsNotDistinct, tables)))) {
			rows.computeIfAbsent(row.number("index_id"), (id) -> new ArrayList<>()).add(row);
		}
		Map<Long, PostgresqlIndex> indexes = new LinkedHashMap<>();
		rows.forEach((id, columns) -> {
			TableDraft draft = drafts.get(columns.get(0).number("id"));
			if (draft != null) {
				indexes.put(id, new PostgresqlIndex(draft, index(columns, draft)));
			}
		});
		return indexes;
	}

	private static Index index(List<Row> rows, TableDraft draft) {
		Row first = rows.get(0);
		List<IndexColumn> columns = new ArrayList<>();
		List<String> include = new ArrayList<>();
		for (Row row : rows) {
			if (row.bool("included")) {
				include.add(draft.column((int) row.number("number")));
			}
			else {
				columns.add(column(row, draft));
			}
		}
		return new Index(first.string("name"), columns, first.bool("is_unique"), first.string("predicate"),
				first.string("method"), include, first.bool("nulls_not_distinct"),
				parameters(first.string("parameters")), first.string("tablespace"));
	}

	private static IndexColumn column(Row row, TableDraft draft) {
		String expression = row.string("expression");
		long option = row.number("option");
		boolean descending = (option & DESCENDING) != 0;
		boolean nullsFirst = (option & NULLS_FIRST) != 0;
		NullsOrder order = (nullsFirst) ? NullsOrder.FIRST : NullsOrder.LAST;
		return new IndexColumn((expression != null) ? expression : draft.column((int) row.number("number")),
				expression != null, descending, row.string("collation"), row.string("operator_class"),
				(nullsFirst != descending) ? order : null, null);
	}

	private static List<StorageParameter> parameters(@Nullable String list) {
		return (list == null) ? List.of() : PostgresqlTables.elements(list).stream().map((parameter) -> {
			int equals = parameter.indexOf('=');
			return new StorageParameter(parameter.substring(0, equals), parameter.substring(equals + 1));
		}).toList();
	}

}
