package dev.migrator.dialect.sqlite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Statements that do nothing, but fail where a view or a trigger cannot be used, since
 * SQLite finds out only when it is. Those that fail already are left out.
 *
 * @param statements the statements
 */
record SchemaProbes(List<String> statements) {

	SchemaProbes {
		statements = List.copyOf(statements);
	}

	/**
	 * Find the probes of all that uses a table.
	 * @param schema the schema
	 * @param table the table
	 * @param droppedColumn the column that it loses, or {@code null}
	 * @param session where to try which of them work
	 * @return the probes
	 */
	static SchemaProbes of(SqliteSchema schema, String table, @Nullable String droppedColumn, SqlSession session) {
		Set<String> probes = new LinkedHashSet<>();
		Set<String> known = new LinkedHashSet<>(Set.of(table));
		// A view may use a view that uses the table.
		for (int before = 0; before != known.size();) {
			before = known.size();
			for (SchemaObject object : schema.objects()) {
				if (object.type().equals("view") && mentions(object, known)) {
					known.add(object.name());
				}
			}
		}
		for (SchemaObject object : schema.objects()) {
			boolean concerned = SqliteNames.contains(known, object.table()) || mentions(object, known);
			if (object.type().equals("view") && concerned) {
				probes.add("select * from %s limit 0".formatted(SqliteNames.quoted(object.name())));
			}
			if (object.type().equals("trigger") && concerned) {
				probes.add(change(object, droppedColumn, session));
			}
		}
		return new SchemaProbes(probes.stream().filter((probe) -> works(probe, session)).toList());
	}

	private static boolean mentions(SchemaObject object, Set<String> names) {
		return SqlLexer.tokens(object.sql(), SqlSyntax.SQLITE, 1).stream().anyMatch((token) -> switch (token.kind()) {
			case WORD, QUOTED_IDENTIFIER -> SqliteNames.contains(names, SqliteNames.of(token));
			default -> false;
		});
	}

	// To explain a change is to compile it with the triggers that it would fire.
	private static String change(SchemaObject trigger, @Nullable String droppedColumn, SqlSession session) {
		String table = SqliteNames.quoted(trigger.table());
		List<SqlToken> head = SqlLexer.tokens(trigger.sql(), SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.takeWhile((token) -> !token.isWord("on"))
			.toList();
		if (head.stream().anyMatch((token) -> token.isWord("insert"))) {
			return "explain insert into %s default values".formatted(table);
		}
		if (head.stream().anyMatch((token) -> token.isWord("delete"))) {
			return "explain delete from " + table;
		}
		List<String> columns = head.stream()
			.dropWhile((token) -> !token.isWord("of"))
			.skip(1)
			.filter((token) -> !token.isSymbol(","))
			.map(SqliteNames::of)
			.toList();
		return "explain update %s set %s".formatted(table,
				((columns.isEmpty()) ? columns(trigger.table(), droppedColumn, session) : columns).stream()
					.map((column) -> SqliteNames.quoted(column) + " = null")
					.collect(Collectors.joining(", ")));
	}

	private static List<String> columns(String table, @Nullable String droppedColumn, SqlSession session) {
		return session.query(SqlStatement.of("select name from pragma_table_info(?) order by cid", table))
			.stream()
			.map((row) -> String.valueOf(row.string("name")))
			.filter((column) -> droppedColumn == null || !SqliteNames.same(column, droppedColumn))
			.toList();
	}

	private static boolean works(String probe, SqlSession session) {
		try {
			session.query(SqlStatement.of(probe));
			return true;
		}
		catch (SqlSessionException ex) {
			return false;
		}
	}

}
