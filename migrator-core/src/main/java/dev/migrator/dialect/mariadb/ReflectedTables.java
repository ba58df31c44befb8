package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.Types;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * The tables of schemas with their columns, and MariaDB's conditions of single columns,
 * one of which makes JSON of a text.
 */
final class ReflectedTables {

	private static final Pattern ON_UPDATE = Pattern.compile("on update (\\w+(?:\\(\\d*\\))?)");

	private static final String TABLES = """
			select t.table_schema as `schema`, t.table_name as name, nullif(t.table_comment, '') as comment,
			    case when t.engine <> @@default_storage_engine then t.engine end as engine,
			    t.table_collation as table_collation,
			    case when t.table_collation <> s.default_collation_name then t.table_collation end as own_collation
			from information_schema.tables t join information_schema.schemata s on s.schema_name = t.table_schema
			where t.table_schema in %s and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')""";

	/** Not joined with the tables, which costs MariaDB a multiple of both. */
	private static final String COLUMNS = """
			select c.table_schema as `schema`, c.table_name as table_name, c.column_name as name, c.column_type as type,
			    c.is_nullable as nullable, c.column_default as default_value, lower(c.extra) as extra,
			    c.generation_expression as expression, nullif(c.column_comment, '') as comment,
			    c.collation_name as collation_name
			from information_schema.columns c where c.table_schema in %s
			order by c.table_schema, c.table_name, c.ordinal_position""";

	private static final String CONDITIONS = """
			select constraint_schema as `schema`, table_name as table_name, constraint_name as name,
			    check_clause as condition_text
			from information_schema.check_constraints where constraint_schema in %s and level = 'Column'""";

	private final ReflectedSchemas schemas;

	private final ServerFeatures features;

	private final StandardTypes types;

	private final ReflectedDefaults defaults;

	private final Map<TableName, TableDraft> drafts = new LinkedHashMap<>();

	private final Map<TableName, String> collations = new HashMap<>();

	private final Map<TableName, Map<String, String>> conditions = new HashMap<>();

	ReflectedTables(ReflectedSchemas schemas, ServerFeatures features, StandardTypes types) {
		this.schemas = schemas;
		this.features = features;
		this.types = types;
		this.defaults = new ReflectedDefaults(features.mariadb());
	}

	Collection<TableDraft> drafts() {
		return this.drafts.values();
	}

	@Nullable TableDraft draft(Row row) {
		return this.drafts.get(table(row));
	}

	private TableName table(Row row) {
		return this.schemas.name(row.string("schema"), row.string("table_name"));
	}

	/**
	 * Return the conditions of single columns that say more than their types.
	 * @param table the table
	 * @return the conditions
	 */
	Collection<String> conditions(TableName table) {
		return this.conditions.getOrDefault(table, Map.of()).values();
	}

	void read(SqlSession session) {
		if (this.features.mariadb()) {
			for (Row row : this.schemas.query(CONDITIONS, session)) {
				this.conditions.computeIfAbsent(table(row), (table) -> new LinkedHashMap<>())
					.put(String.valueOf(row.string("name")), String.valueOf(row.string("condition_text")));
			}
		}
		for (Row row : this.schemas.query(TABLES, session)) {
			TableName name = this.schemas.name(row.string("schema"), row.string("name"));
			this.collations.put(name, String.valueOf(row.string("table_collation")));
			this.drafts.put(name, new TableDraft(name, row.string("comment"), options(row)));
		}
		for (Row row : this.schemas.query(COLUMNS, session)) {
			TableDraft draft = draft(row);
			// A view has none, and a table may have come between the two queries.
			if (draft != null) {
				draft.add(column(row, draft.name()));
			}
		}
	}

	private List<TableOption> options(Row row) {
		List<TableOption> options = new ArrayList<>();
		String engine = row.string("engine");
		if (engine != null) {
			options.add(new TableOption(this.features.dialect(), "engine", engine));
		}
		String collation = row.string("own_collation");
		if (collation != null) {
			options.add(new TableOption(this.features.dialect(), "collate", collation));
		}
		return options;
	}

	private Column column(Row row, TableName table) {
		String name = String.valueOf(row.string("name"));
		String extra = String.valueOf(row.string("extra"));
		boolean json = takeJson(table, name);
		ColumnType type = (json) ? Types.json() : type(String.valueOf(row.string("type")));
		Matcher update = ON_UPDATE.matcher(extra);
		String expression = row.string("expression");
		boolean computed = expression != null && !expression.isEmpty();
		return new Column(name, type, "YES".equals(row.string("nullable")),
				(computed) ? null : defaultValue(row.string("default_value"), extra, type),
				(extra.contains("auto_increment")) ? Identity.BY_DEFAULT : null, row.string("comment"),
				(computed) ? new Computed(this.features.expression(String.valueOf(expression)),
						extra.contains("virtual generated")) : null,
				(update.find()) ? update.group(1) : null, (json) ? null : ownCollation(row, table));
	}

	private @Nullable String ownCollation(Row row, TableName table) {
		String collation = row.string("collation_name");
		return (collation == null || collation.equals(this.collations.get(table))) ? null : collation;
	}

	private @Nullable ColumnDefault defaultValue(@Nullable String text, String extra, ColumnType type) {
		ColumnDefault value = this.defaults.read(text, extra, type);
		return (value instanceof ColumnDefault.Expression expression)
				? new ColumnDefault.Expression(this.schemas.shortened(expression.sql())) : value;
	}

	private ColumnType type(String text) {
		// without digits it has none, not as many as by default
		return this.types.read((text.equals("datetime")) ? "datetime(0)" : text, Map.of());
	}

	private boolean takeJson(TableName table, String column) {
		String json = "json_valid(`%s`)".formatted(column.replace("`", "``"));
		Map<String, String> own = this.conditions.getOrDefault(table, new HashMap<>());
		boolean found = json.toLowerCase(Locale.ROOT).equals(own.getOrDefault(column, "").toLowerCase(Locale.ROOT));
		if (found) {
			own.remove(column);
		}
		return found;
	}

}
