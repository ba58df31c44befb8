package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.operation.Row;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas are read, and how their parts are called: what is in the default schema
 * has a name without one.
 *
 * @param defaultSchema the schema in which the session creates things, or {@code null}
 * @param names all of them
 */
record ReflectedSchemas(@Nullable String defaultSchema, List<String> names) {

	private static final String QUERY = """
			select schema_name as name, coalesce(schema_name = database(), 0) as is_default
			from information_schema.schemata
			where schema_name not in ('mysql', 'information_schema', 'performance_schema', 'sys')""";

	static ReflectedSchemas read(SchemaFilter filter, SqlSession session) {
		String defaultSchema = null;
		List<String> names = new ArrayList<>();
		for (Row row : session.query(SqlStatement.of(QUERY))) {
			String name = String.valueOf(row.string("name"));
			boolean isDefault = row.bool("is_default");
			defaultSchema = (isDefault) ? name : defaultSchema;
			if (filter.includes(name, isDefault)) {
				names.add(name);
			}
		}
		return new ReflectedSchemas(defaultSchema, names);
	}

	List<String> others() {
		return this.names.stream().filter((name) -> !name.equals(this.defaultSchema)).toList();
	}

	TableName name(@Nullable String schema, @Nullable String name) {
		return new TableName((schema == null || schema.equals(this.defaultSchema)) ? null : schema,
				String.valueOf(name));
	}

	/**
	 * Ask about what is in these schemas.
	 * @param query a query with a place for them
	 * @param session where to ask
	 * @return the rows
	 */
	List<Row> query(String query, SqlSession session) {
		return session.query(SqlStatement.of(query.formatted(list())));
	}

	private String list() {
		return this.names.stream()
			.map((name) -> "'" + name.replace("\\", "\\\\").replace("'", "''") + "'")
			.collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Take the default schema out of what the server prints with a schema everywhere.
	 * @param sql the text
	 * @return the text without that schema
	 */
	String shortened(String sql) {
		return (this.defaultSchema != null) ? sql.replace("`" + this.defaultSchema.replace("`", "``") + "`.", "") : sql;
	}

}
