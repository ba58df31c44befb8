package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.Counting;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.operation.Row;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of schemas: those that stand by themselves, and those that are part of an
 * identity column.
 *
 * @param all the sequences that stand by themselves or were made for a column
 * @param identities how the identity columns count, by their tables and numbers
 */
record PostgresqlSequences(List<Sequence> all, Map<String, SequenceOptions> identities) {

	private static final String QUERY = """
			select n.nspname::text as schema, c.relname::text as name, format_type(s.seqtypid, null) as type,
			    s.seqstart as start, s.seqincrement as increment, s.seqmin as smallest, s.seqmax as largest,
			    s.seqcache as cache, s.seqcycle as cycle, d.deptype::text as dependency,
			    d.refobjid::int8 as table_id, d.refobjsubid as number, tn.nspname::text as table_schema,
			    t.relname::text as table_name, a.attname::text as column_name
			from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
			left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
			    and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refobjsubid > 0
			left join pg_class t on t.oid = d.refobjid left join pg_namespace tn on tn.oid = t.relnamespace
			left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
			where c.relnamespace in (%s) and not exists (select 1 from pg_depend x
			    where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')""";

	static PostgresqlSequences read(String schemas, PostgresqlNames names, StandardTypes types, SqlSession session) {
		List<Sequence> all = new ArrayList<>();
		Map<String, SequenceOptions> identities = new HashMap<>();
		for (Row row : session.query(SqlStatement.of(QUERY.formatted(schemas)))) {
			String type = String.valueOf(row.string("type"));
			Counting counting = new Counting(row.number("start"), row.number("increment"), row.number("smallest"),
					row.number("largest"), row.number("cache"), row.bool("cycle"));
			SequenceOptions options = counting.options(bits(type), 1);
			if ("i".equals(row.string("dependency"))) {
				identities.put(key(row.number("table_id"), row.number("number")), options);
			}
			else {
				ColumnType numbers = (type.equals("bigint")) ? null : types.read(type, Map.of());
				all.add(new Sequence(names.of(row.string("schema"), row.string("name")), numbers, options,
						owner(row, names)));
			}
		}
		return new PostgresqlSequences(all, identities);
	}

	private static Sequence.@Nullable Owner owner(Row row, PostgresqlNames names) {
		String column = row.string("column_name");
		return (column != null)
				? new Sequence.Owner(names.of(row.string("table_schema"), row.string("table_name")), column) : null;
	}

	private static int bits(String type) {
		return switch (type) {
			case "smallint" -> 16;
			case "integer" -> 32;
			default -> 64;
		};
	}

	private static String key(long table, long number) {
		return table + "." + number;
	}

	SequenceOptions identity(long table, long number) {
		return this.identities.getOrDefault(key(table, number), SequenceOptions.NONE);
	}

}
