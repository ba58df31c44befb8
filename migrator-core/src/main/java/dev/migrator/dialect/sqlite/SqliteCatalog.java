package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.SqlName;
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
