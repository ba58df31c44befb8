package dev.migrator.dialect.sqlite;

import java.util.List;

import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite's schema table tells. A name without a schema is looked for in the main
 * database.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">The Schema Table</a>
 */
final class SqliteCatalog implements Catalog {

	@Override
	public Presence find(Kind kind, SqlName name, SqlSession session) {
		return switch (kind) {
			case TABLE -> find("table", name, session);
			case VIEW -> find("view", name, session);
			case INDEX -> find("index", name, session);
			case SCHEMA -> presence(hasSchema(name.name(), session));
			case SEQUENCE, MATERIALIZED_VIEW, TYPE, FUNCTION, PROCEDURE, ALIAS, EVENT -> Presence.UNCLEAR;
		};
	}

	private static Presence find(String type, SqlName name, SqlSession session) {
		String schema = schema(name);
		if (!hasSchema(schema, session)) {
			return Presence.UNCLEAR;
		}
		return presence(!session
			.query(SqlStatement.of("select 1 from %s.sqlite_schema where type = ? and name = ? collate nocase"
				.formatted(SqliteNames.quoted(SqliteNames.unquoted(schema))), type, SqliteNames.unquoted(name.name())))
			.isEmpty());
	}

	@Override
	public Presence findColumn(SqlName table, String column, SqlSession session) {
		if (find("table", table, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		return presence(
				!session.query(SqlStatement.of("select 1 from pragma_table_xinfo(?, ?) where name = ? collate nocase",
						SqliteNames.unquoted(table.name()), SqliteNames.unquoted(schema(table)),
						SqliteNames.unquoted(column)))
					.isEmpty());
	}

	/**
	 * Look whether a column is never null. The columns of a primary key may be null here,
	 * which nobody means.
	 */
	@Override
	public Presence findNotNull(SqlName table, String column, SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of(
				"select \"notnull\" = 1 or pk > 0 as found from pragma_table_xinfo(?, ?) where name = ? collate nocase",
				SqliteNames.unquoted(table.name()), SqliteNames.unquoted(schema(table)), SqliteNames.unquoted(column)));
		return (rows.isEmpty()) ? Presence.UNCLEAR : presence(rows.get(0).bool("found"));
	}

	@Override
	public Presence findUniqueKey(SqlName table, List<String> columns, SqlSession session) {
		if (find("table", table, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		String name = SqliteNames.unquoted(table.name());
		String schema = SqliteNames.unquoted(schema(table));
		List<String> key = columns.stream().map(SqliteNames::unquoted).toList();
		List<String> primary = names(
				SqlStatement.of("select name from pragma_table_xinfo(?, ?) where pk > 0", name, schema), session);
		if (!primary.isEmpty() && isAmong(primary, key)) {
			return Presence.PRESENT;
		}
		return presence(
				names(SqlStatement.of("select name from pragma_index_list(?, ?) where \"unique\" = 1 and partial = 0",
						name, schema), session)
					.stream()
					.anyMatch((index) -> isAmong(
							names(SqlStatement.of("select name from pragma_index_info(?, ?)", index, schema), session),
							key)));
	}

	// What an index has in place of a column has no name.
	private static List<String> names(SqlStatement query, SqlSession session) {
		return session.query(query).stream().map((row) -> String.valueOf(row.string("name"))).toList();
	}

	private static boolean isAmong(List<String> names, List<String> key) {
		return names.stream().allMatch((name) -> SqliteNames.contains(key, name));
	}

	@Override
	public Presence findConstraint(SqlName table, String constraint, SqlSession session) {
		if (find("table", table, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		String name = SqliteNames.unquoted(constraint);
		return presence(SqliteSchema.of(SqliteNames.unquoted(schema(table)), session)
			.table(SqliteNames.unquoted(table.name()))
			.allConstraints()
			.stream()
			.anyMatch((clause) -> clause.name() != null && SqliteNames.same(clause.name(), name)));
	}

	// A trigger stands in the database of its table.
	@Override
	public Presence findTrigger(SqlName trigger, @Nullable SqlName table, SqlSession session) {
		String schema = (trigger.schema() == null && table != null) ? table.schema() : trigger.schema();
		return find("trigger", new SqlName(schema, trigger.name()), session);
	}

	private static String schema(SqlName name) {
		return (name.schema() != null) ? name.schema() : SqliteSchema.MAIN;
	}

	private static boolean hasSchema(String schema, SqlSession session) {
		return session.query(SqlStatement.of("pragma database_list"))
			.stream()
			.anyMatch((row) -> SqliteNames.same(String.valueOf(row.string("name")), SqliteNames.unquoted(schema)));
	}

	private static Presence presence(boolean found) {
		return (found) ? Presence.PRESENT : Presence.ABSENT;
	}

}
