package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and indexes of tables. An index that a constraint made is no index by
 * itself, but tells what else the constraint says.
 */
final class PostgresqlKeys {

	private static final String CONSTRAINTS = """
			select o.conrelid::int8 as id, o.conname::text as name, o.contype::text as type,
			    case when o.contype in ('p', 'u', 'f') then array_to_string(o.conkey, ' ') end as columns, fn.nspname::text as other_schema,
			    fc.relname::text as other_table, case o.contype when 'f' then (
			        select string_agg(f.attname, chr(31) order by k.position)
			        from unnest(o.confkey) with ordinality k (number, position)
			        join pg_attribute f on f.attrelid = o.confrelid and f.attnum = k.number) end as other_columns,
			    o.confdeltype::text as on_delete, o.confupdtype::text as on_update, %s as on_delete_columns,
			    o.confmatchtype::text as match, o.condeferrable as deferrable, o.condeferred as deferred,
			    o.convalidated as validated, %s as enforced, o.connoinherit as no_inherit, o.conindid::int8 as index_id,
			    case o.contype when 'c' then pg_get_expr(o.conbin, o.conrelid, true) end as condition,
			    case o.contype when 'x' then (select string_agg(case n.nspname when 'pg_catalog' then p.oprname
			            else 'operator(' || quote_ident(n.nspname) || '.' || p.oprname || ')' end,
			            chr(31) order by k.position)
			        from unnest(o.conexclop) with ordinality k (operator, position)
			        join pg_operator p on p.oid = k.operator join pg_namespace n on n.oid = p.oprnamespace) end
			        as operators
			from pg_class c join pg_constraint o on o.conrelid = c.oid
			left join pg_class fc on fc.oid = o.confrelid left join pg_namespace fn on fn.oid = fc.relnamespace
			where o.contype in ('p', 'u', 'f', 'c', 'x') and o.conislocal and o.conparentid = 0 and %s""";

	private final PostgresqlNames names;

	private final Map<Long, PostgresqlIndex> indexes;

	private PostgresqlKeys(PostgresqlNames names, Map<Long, PostgresqlIndex> indexes) {
		this.names = names;
		this.indexes = indexes;
	}

	static void read(PostgresqlTables tables, PostgresqlNames names, Map<Long, TableDraft> drafts, SqlSession session) {
		PostgresqlVersion version = new PostgresqlVersion(session.database());
		PostgresqlKeys keys = new PostgresqlKeys(names,
				PostgresqlIndex.readAll(tables.condition(), drafts, version, session));
		String onDeleteColumns = (version.has(15)) ? "array_to_string(o.confdelsetcols, ' ')" : "null::text";
		String query = CONSTRAINTS.formatted(onDeleteColumns, (version.has(18)) ? "o.conenforced" : "true",
				tables.condition());
		for (Row row : session.query(SqlStatement.of(query))) {
			TableDraft draft = drafts.get(row.number("id"));
			if (draft != null) {
				draft.add(keys.constraint(row, draft));
			}
		}
		keys.indexes.values().forEach((index) -> index.table().add(index.index()));
	}

	private Constraint constraint(Row row, TableDraft draft) {
		String name = row.string("name");
		List<String> columns = draft.columns(row.string("columns"));
		Deferral deferral = deferral(row);
		return switch (String.valueOf(row.string("type"))) {
			case "p" -> new PrimaryKey(name, columns, takeIndex(row).include(), null, deferral);
			case "u" -> {
				Index index = takeIndex(row);
				yield new Unique(name, columns, index.nullsNotDistinct(), index.include(), null, deferral);
			}
			case "f" -> foreignKey(row, draft, columns, deferral);
			case "c" -> new Check(name, String.valueOf(row.string("condition")), row.bool("no_inherit"),
					!row.bool("validated") && row.bool("enforced"), !row.bool("enforced"));
			default -> exclusion(row, deferral);
		};
	}

	private Index takeIndex(Row row) {
		PostgresqlIndex index = this.indexes.remove(row.number("index_id"));
		if (index == null) {
			throw new IllegalStateException("The constraint %s has no index".formatted(row.string("name")));
		}
		return index.index();
	}

	private ForeignKey foreignKey(Row row, TableDraft draft, List<String> columns, @Nullable Deferral deferral) {
		return new ForeignKey(row.string("name"), columns,
				this.names.of(row.string("other_schema"), row.string("other_table")),
				PostgresqlTables.elements(String.valueOf(row.string("other_columns"))), action(row, "on_delete"),
				action(row, "on_update"), draft.columns(row.string("on_delete_columns")),
				("f".equals(row.string("match"))) ? ForeignKeyMatch.FULL : null, deferral,
				!row.bool("validated") && row.bool("enforced"), !row.bool("enforced"));
	}

	private static @Nullable ReferentialAction action(Row row, String event) {
		return switch (String.valueOf(row.string(event))) {
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> null;
		};
	}

	private static @Nullable Deferral deferral(Row row) {
		if (!row.bool("deferrable")) {
			return null;
		}
		return (row.bool("deferred")) ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
	}

	private Exclusion exclusion(Row row, @Nullable Deferral deferral) {
		Index index = takeIndex(row);
		List<String> operators = PostgresqlTables.elements(String.valueOf(row.string("operators")));
		List<Exclusion.Element> elements = new ArrayList<>();
		for (int i = 0; i < operators.size(); i++) {
			IndexColumn column = index.columns().get(i);
			elements.add(new Exclusion.Element(column, operators.get(i)));
		}
		return new Exclusion(row.string("name"), index.method(), elements, index.where(), deferral);
	}

}
