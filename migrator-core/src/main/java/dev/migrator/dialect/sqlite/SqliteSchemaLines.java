package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Describes a database line by line. It says what statements say, without their comments
 * and blanks; a table's own name stands in it only once, since SQLite puts it into quotes
 * when a table is renamed.
 */
final class SqliteSchemaLines {

	private SqliteSchemaLines() {
	}

	/**
	 * Read the lines.
	 * @param schema {@code main}, or the name of a database that is attached
	 * @param session where to look
	 * @return the lines, none if there is no such database
	 */
	static List<String> read(String schema, SqlSession session) {
		boolean there = session.query(SqlStatement.of("pragma database_list"))
			.stream()
			.anyMatch((row) -> SqliteNames.same(String.valueOf(row.string("name")), schema));
		List<String> lines = new ArrayList<>();
		if (there) {
			SqliteSchema.of(schema, session).objects().forEach((object) -> lines.addAll(lines(object)));
			lines.sort(null);
		}
		return lines;
	}

	private static List<String> lines(SchemaObject object) {
		String name = SqliteNames.quoted(object.name());
		if (!object.type().equals("table") || !object.sql().startsWith("CREATE TABLE")) {
			return List.of("%s %s on %s: %s".formatted(object.type(), name, SqliteNames.quoted(object.table()),
					line(object.sql())));
		}
		TableDefinition table = CreateTableReader.read(object.sql());
		List<String> lines = new ArrayList<>();
		lines.add("table %s %s".formatted(name, table.options().stream().sorted().toList()));
		int position = 0;
		for (ColumnDefinition column : table.columns()) {
			String type = (column.type() != null) ? " " + line(column.type().of(table.sql())) : "";
			String clauses = column.clauses()
				.stream()
				.map((clause) -> " " + line(clause.span().of(table.sql())))
				.sorted()
				.collect(Collectors.joining());
			lines.add("table %s column %04d %s%s%s".formatted(name, ++position, SqliteNames.quoted(column.name()), type,
					clauses));
		}
		for (Clause constraint : table.constraints()) {
			lines.add("table %s: %s".formatted(name, line(constraint.span().of(table.sql()))));
		}
		return lines;
	}

	private static String line(String sql) {
		return SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.map((token) -> token.text().replace("\r", "\\r").replace("\n", "\\n"))
			.collect(Collectors.joining(" "));
	}

}
