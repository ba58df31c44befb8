package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The statements that SQLite keeps, put so that they make the same schema in an empty
 * database in memory. Databases that are attached are attached there, too, each a
 * database in memory of its own.
 */
final class SchemaCopy {

	/** What stands on others comes behind them; views are looked into only when used. */
	private static final List<String> ORDER = List.of("table", "index", "view", "trigger");

	private SchemaCopy() {
	}

	/**
	 * Read the schema.
	 * @param session where it is
	 * @return what makes it
	 */
	static List<SqlStatement> of(SqlSession session) {
		List<SqlStatement> statements = new ArrayList<>(attached(session));
		statements.addAll(objects(SqliteSchema.MAIN, session));
		return statements;
	}

	static SqlStatement emptySchema(String name) {
		return SqlStatement.of("attach ':memory:' as " + SqliteNames.quoted(name));
	}

	private static List<SqlStatement> attached(SqlSession session) {
		List<SqlStatement> statements = new ArrayList<>();
		session.query(SqlStatement.of("select name from pragma_database_list where name not in ('main', 'temp')"))
			.stream()
			.map((row) -> String.valueOf(row.string("name")))
			.forEach((name) -> {
				statements.add(emptySchema(name));
				statements.addAll(objects(name, session));
			});
		return statements;
	}

	private static List<SqlStatement> objects(String schema, SqlSession session) {
		Set<String> shadows = shadows(schema, session);
		List<SchemaObject> objects = SqliteSchema.of(schema, session).objects();
		List<SqlStatement> statements = new ArrayList<>();
		for (String type : ORDER) {
			objects.stream()
				.filter((object) -> object.type().equals(type) && !shadows.contains(object.table()))
				.map((object) -> SqlStatement
					.of((schema.equals(SqliteSchema.MAIN)) ? object.sql() : in(schema, object)))
				.forEach(statements::add);
		}
		return statements;
	}

	// A virtual table makes these by itself.
	private static Set<String> shadows(String schema, SqlSession session) {
		return session
			.query(SqlStatement.of("select name from pragma_table_list where type = 'shadow' and schema = ?", schema))
			.stream()
			.map((row) -> String.valueOf(row.string("name")))
			.collect(Collectors.toCollection(HashSet::new));
	}

	// What SQLite keeps names no database: create [unique | virtual] <type> <name> …
	private static String in(String schema, SchemaObject object) {
		SqlToken name = SqlLexer.tokens(object.sql(), SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.dropWhile((token) -> !token.isWord(object.type()))
			.skip(1)
			.findFirst()
			.orElseThrow();
		return object.sql().substring(0, name.start()) + SqliteNames.quoted(schema) + "."
				+ object.sql().substring(name.start());
	}

}
