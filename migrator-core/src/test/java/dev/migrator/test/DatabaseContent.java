package dev.migrator.test;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Row;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * All that is in a schema, as lines that can be compared: what it is made of, and the
 * rows of each table. Left out are H2's own lock table, and when and how fast something
 * was done.
 */
public final class DatabaseContent {

	private static final Set<String> TIMES = Set.of("started_at", "finished_at", "duration_ms");

	private DatabaseContent() {
	}

	/**
	 * Read the schema in which new connections create things.
	 * @param database the database
	 * @return its lines
	 */
	public static List<String> of(DataSource database) {
		try (SqlSession session = JdbcSession.open(database)) {
			return of(database, Dialects.of(session.database()).currentSchema(session));
		}
	}

	/**
	 * Read a schema.
	 * @param database the database
	 * @param schema the schema
	 * @return its lines
	 */
	public static List<String> of(DataSource database, String schema) {
		try (SqlSession session = JdbcSession.open(database)) {
			Dialect dialect = Dialects.of(session.database());
			List<String> lines = new ArrayList<>(dialect.describeSchema(schema, session));
			lines.removeIf((line) -> line.toLowerCase(Locale.ROOT).contains("migrator_version_lock"));
			for (String table : tables(schema, session)) {
				List<String> rows = new ArrayList<>();
				session.query(SqlStatement.of("select * from " + dialect.quote(new TableName(schema, table))))
					.forEach((row) -> rows.add("row of %s: %s".formatted(table, text(row))));
				rows.sort(null);
				lines.addAll(rows);
			}
			return lines;
		}
	}

	private static List<String> tables(String schema, SqlSession session) {
		if (session.database().product().equals("SQLite")) {
			return session.query(SqlStatement.of("""
					select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name"""))
				.stream()
				.map((row) -> String.valueOf(row.string("name")))
				.toList();
		}
		return session
			.query(SqlStatement.of("""
					select TABLE_NAME from INFORMATION_SCHEMA.TABLES where lower(TABLE_SCHEMA) = ?
					and TABLE_TYPE = 'BASE TABLE' and lower(TABLE_NAME) not like '%_lock' order by TABLE_NAME""",
					schema.toLowerCase(Locale.ROOT)))
			.stream()
			.map((row) -> String.valueOf(row.string("table_name")))
			.toList();
	}

	private static String text(Row row) {
		Map<String, String> values = new TreeMap<>();
		row.asMap().forEach((column, value) -> {
			String name = column.toLowerCase(Locale.ROOT);
			if (!TIMES.contains(name)) {
				values.put(name,
						(value instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
			}
		});
		return values.toString();
	}

}
