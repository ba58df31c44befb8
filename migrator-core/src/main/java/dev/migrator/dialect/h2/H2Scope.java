package dev.migrator.dialect.h2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.operation.Row;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Which schemas are read, and where.
 *
 * @param names how migrations call things
 * @param nullOrdering where rows without a value stand by default: {@code LOW},
 * {@code HIGH}, {@code FIRST} or {@code LAST}
 * @param schemas the schemas, as the catalog has them
 * @param session where to look
 */
record H2Scope(H2Naming names, String nullOrdering, List<String> schemas, SqlSession session) {

	private static final String CONTEXT = """
			select s.SCHEMA_NAME, current_schema() as DEFAULT_SCHEMA,
			    (select lower(SETTING_VALUE) from INFORMATION_SCHEMA.SETTINGS
			        where SETTING_NAME = 'DATABASE_TO_UPPER') as TO_UPPER,
			    (select SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS
			        where SETTING_NAME = 'DEFAULT_NULL_ORDERING') as NULL_ORDERING
			from INFORMATION_SCHEMA.SCHEMATA s where lower(s.SCHEMA_NAME) not in ('information_schema', 'pg_catalog')""";

	H2Scope {
		schemas = List.copyOf(schemas);
	}

	static H2Scope of(SchemaFilter filter, Identifiers identifiers, SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of(CONTEXT));
		// There is always one: PUBLIC cannot be dropped.
		Row first = rows.get(0);
		H2Naming names = new H2Naming(identifiers, first.bool("TO_UPPER"), String.valueOf(first.get("DEFAULT_SCHEMA")));
		List<String> schemas = new ArrayList<>();
		for (Row row : rows) {
			String schema = String.valueOf(row.string("SCHEMA_NAME"));
			if (filter.includes(names.plain(schema), schema.equals(names.defaultSchema()))) {
				schemas.add(schema);
			}
		}
		return new H2Scope(names, String.valueOf(first.string("NULL_ORDERING")), schemas, session);
	}

	/**
	 * Return the schemas other than the default one.
	 * @return what migrations call them
	 */
	List<String> others() {
		return this.schemas.stream()
			.filter((schema) -> !schema.equals(this.names.defaultSchema()))
			.map(this.names::plain)
			.toList();
	}

	/**
	 * Ask about the schemas.
	 * @param sql a query with {@code in (%s)} where they are to stand
	 * @return the rows
	 */
	List<Row> query(String sql) {
		String marks = String.join(", ", Collections.nCopies(this.schemas.size(), "?"));
		return this.session.query(new SqlStatement(sql.formatted(marks), new ArrayList<>(this.schemas)));
	}

	/**
	 * Ask about all schemas.
	 * @param sql the query
	 * @return the rows
	 */
	List<Row> queryAll(String sql) {
		return this.session.query(SqlStatement.of(sql));
	}

}
