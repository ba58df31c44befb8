package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and indexes of tables.
 */
final class ReflectedKeys {

	private static final String PARTS = """
			select table_schema as `schema`, table_name as table_name, index_name as name, non_unique as non_unique,
			    lower(index_type) as method, column_name as column_name, %s as expression, sub_part as prefix,
			    coalesce(collation = 'D', 0) as descending
			from information_schema.statistics where table_schema in %%s
			order by table_schema, table_name, index_name, seq_in_index""";

	private static final String FOREIGN_KEYS = """
			select u.constraint_schema as `schema`, u.table_name as table_name, u.constraint_name as name,
			    u.column_name as column_name, u.referenced_table_schema as other_schema,
			    u.referenced_table_name as other_table, u.referenced_column_name as other_column,
			    r.delete_rule as on_delete, r.update_rule as on_update
			from information_schema.key_column_usage u join information_schema.referential_constraints r
			on r.constraint_schema = u.constraint_schema and r.constraint_name = u.constraint_name
			and r.table_name = u.table_name
			where u.table_schema in %1$s and r.constraint_schema in %1$s and u.referenced_table_name is not null
			order by u.constraint_schema, u.table_name, u.constraint_name, u.ordinal_position""";

	private static final String CHECKS_OF_MARIADB = """
			select constraint_schema as `schema`, table_name as table_name, constraint_name as name,
			    check_clause as condition_text, 0 as is_idle
			from information_schema.check_constraints where constraint_schema in %s and level = 'Table'""";

	private static final String CHECKS_OF_MYSQL = """
			select t.constraint_schema as `schema`, t.table_name as table_name, t.constraint_name as name,
			    c.check_clause as condition_text, t.enforced = 'NO' as is_idle
			from information_schema.table_constraints t join information_schema.check_constraints c
			on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
			where t.constraint_schema in %s and t.constraint_type = 'CHECK'""";

	private final ReflectedSchemas schemas;

	private final ReflectedTables tables;

	private final ServerFeatures features;

	private final SqlSession session;

	private final Map<TableName, List<ForeignKey>> foreignKeys = new HashMap<>();

	private ReflectedKeys(ReflectedSchemas schemas, ServerFeatures features, ReflectedTables tables,
			SqlSession session) {
		this.schemas = schemas;
		this.features = features;
		this.tables = tables;
		this.session = session;
	}

	static void read(ReflectedSchemas schemas, ServerFeatures features, ReflectedTables tables, SqlSession session) {
		ReflectedKeys keys = new ReflectedKeys(schemas, features, tables, session);
		keys.foreignKeys();
		keys.indexes(PARTS.formatted((features.hasIndexesOnExpressions()) ? "expression" : "null"));
		keys.checks((features.mariadb()) ? CHECKS_OF_MARIADB : CHECKS_OF_MYSQL);
	}

	private Map<String, List<Row>> groups(String query) {
		Map<String, List<Row>> groups = new LinkedHashMap<>();
		for (Row row : this.schemas.query(query, this.session)) {
			String key = String.join("\0", String.valueOf(row.string("schema")),
					String.valueOf(row.string("table_name")), String.valueOf(row.string("name")));
			groups.computeIfAbsent(key, (none) -> new ArrayList<>()).add(row);
		}
		return groups;
	}

	private static List<String> column(List<Row> rows, String column) {
		return rows.stream().map((row) -> String.valueOf(row.string(column))).toList();
	}

	private void foreignKeys() {
		groups(FOREIGN_KEYS).values().forEach((rows) -> {
			Row first = rows.get(0);
			TableDraft draft = this.tables.draft(first);
			if (draft != null) {
				ForeignKey key = new ForeignKey(first.string("name"), column(rows, "column_name"),
						this.schemas.name(first.string("other_schema"), first.string("other_table")),
						column(rows, "other_column"), action(first.string("on_delete")),
						action(first.string("on_update")));
				draft.add(key);
				this.foreignKeys.computeIfAbsent(draft.name(), (none) -> new ArrayList<>()).add(key);
			}
		});
	}

	// To restrict is the default, and the same as to take no action.
	private static @Nullable ReferentialAction action(@Nullable String rule) {
		return switch (String.valueOf(rule)) {
			case "CASCADE" -> ReferentialAction.CASCADE;
			case "SET NULL" -> ReferentialAction.SET_NULL;
			case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
			default -> null;
		};
	}

	private void indexes(String query) {
		groups(query).values().forEach((rows) -> {
			TableDraft draft = this.tables.draft(rows.get(0));
			if (draft != null) {
				add(rows, draft);
			}
		});
	}

	private void add(List<Row> rows, TableDraft draft) {
		Row first = rows.get(0);
		String name = String.valueOf(first.string("name"));
		List<String> columns = column(rows, "column_name");
		if (name.equals("PRIMARY")) {
			draft.add(new PrimaryKey(null, columns));
			return;
		}
		String method = String.valueOf(first.string("method"));
		boolean unique = !first.bool("non_unique");
		List<IndexColumn> parts = rows.stream().map((row) -> part(row, method)).toList();
		boolean plain = method.equals("btree")
				&& parts.stream().allMatch((part) -> !part.expression() && !part.descending() && part.prefix() == null);
		if (unique && plain) {
			draft.add(new Unique(name, columns));
		}
		else if (unique || !isOfForeignKey(name, columns, draft.name())) {
			draft.add(new Index(name, parts, unique, null, (method.equals("btree")) ? null : method, List.of(), false,
					List.of(), null));
		}
	}

	private IndexColumn part(Row row, String method) {
		String expression = row.string("expression");
		// those for texts and places tell of parts that are none
		boolean whole = row.get("prefix") == null || Set.of("fulltext", "spatial", "rtree").contains(method);
		return new IndexColumn(
				(expression != null) ? this.features.expression(expression) : String.valueOf(row.string("column_name")),
				expression != null, row.bool("descending"), null, null, null,
				(whole) ? null : (Integer) (int) row.number("prefix"));
	}

	// The server names an index that it makes for a key as the key, or as its first
	// column.
	private boolean isOfForeignKey(String name, List<String> columns, TableName table) {
		return this.foreignKeys.getOrDefault(table, List.of())
			.stream()
			.anyMatch((key) -> key.columns().equals(columns)
					&& (name.equals(key.name()) || name.equalsIgnoreCase(columns.get(0))));
	}

	private void checks(String query) {
		for (Row row : this.schemas.query(query, this.session)) {
			TableDraft draft = this.tables.draft(row);
			if (draft != null) {
				draft.add(new Check(row.string("name"),
						this.features.expression(String.valueOf(row.string("condition_text"))), false, false,
						row.bool("is_idle")));
			}
		}
		this.tables.drafts()
			.forEach((draft) -> this.tables.conditions(draft.name())
				.forEach((condition) -> draft.add(new Check(null, condition))));
	}

}
