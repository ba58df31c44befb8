package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.operation.Row;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The types that stand beside the tables: those of named values and those of several
 * attributes.
 *
 * @param byText all types by how PostgreSQL prints them
 * @param enums the types of named values in the schemas that are read
 * @param composites the types of several attributes in these schemas
 */
record PostgresqlNamedTypes(Map<String, ColumnType> byText, List<EnumType> enums, List<CompositeType> composites) {

	/** A part is a value or an attribute; a table has a type, too, which is none. */
	private static final String TYPES = """
			select t.oid::int8 as id, t.typtype = 'c' as composite, n.nspname::text as schema, t.typname::text as name,
			    pg_catalog.format_type(t.oid, null) as printed, p.part::text as part, p.type as type,
			    n.oid in (%s) and not exists (select 1 from pg_depend x where x.classid = 'pg_type'::regclass
			        and x.objid = t.oid and x.deptype = 'e') as is_ours
			from pg_type t join pg_namespace n on n.oid = t.typnamespace
			left join (
			    select enumtypid as id, enumsortorder as place, enumlabel as part, null as type from pg_enum
			    union all select c.reltype, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod)
			        || case when a.attcollation <> y.typcollation
			            then ' collate ' || pg_catalog.quote_ident(l.collname) else '' end
			    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			    join pg_type y on y.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation
			    where c.relkind = 'c') p on p.id = t.oid
			where t.typtype = 'e' or (t.typtype = 'c' and exists (
			    select 1 from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
			order by t.oid, p.place""";

	static PostgresqlNamedTypes read(String schemas, PostgresqlNames names, StandardTypes types, SqlSession session) {
		Map<Long, List<Row>> byType = new LinkedHashMap<>();
		for (Row row : session.query(SqlStatement.of(TYPES.formatted(schemas)))) {
			byType.computeIfAbsent(row.number("id"), (id) -> new ArrayList<>()).add(row);
		}
		PostgresqlNamedTypes read = new PostgresqlNamedTypes(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
		byType.values().forEach((parts) -> read.add(parts, names));
		// An attribute may be of any of these types.
		byType.values().forEach((parts) -> read.addAttributes(parts, names, types));
		return read;
	}

	private void add(List<Row> parts, PostgresqlNames names) {
		Row first = parts.get(0);
		TableName name = names.of(first.string("schema"), first.string("name"));
		String text = names.shortened(String.valueOf(first.string("printed")));
		if (first.bool("composite")) {
			this.byText.put(text, new NamedType(name));
			return;
		}
		EnumType type = new EnumType(name,
				parts.stream().map((row) -> row.string("part")).filter((label) -> label != null).toList());
		this.byText.put(text, type);
		if (first.bool("is_ours")) {
			this.enums.add(type);
		}
	}

	private void addAttributes(List<Row> parts, PostgresqlNames names, StandardTypes types) {
		Row first = parts.get(0);
		if (!first.bool("composite") || !first.bool("is_ours")) {
			return;
		}
		List<Attribute> attributes = new ArrayList<>();
		for (Row row : parts) {
			if (row.string("part") != null) {
				attributes.add(new Attribute(String.valueOf(row.string("part")),
						types.read(names.shortened(String.valueOf(row.string("type"))), this.byText)));
			}
		}
		this.composites.add(new CompositeType(names.of(first.string("schema"), first.string("name")), attributes));
	}

}
