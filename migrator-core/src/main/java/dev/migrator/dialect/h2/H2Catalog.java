package dev.migrator.dialect.h2;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What H2's catalog tells.
 *
 * @see <a href="https://www.h2database.com/html/systemtables.html">System Tables</a>
 */
final class H2Catalog implements Catalog {

	private static final String TABLES = "INFORMATION_SCHEMA.TABLES where TABLE_TYPE in ('BASE TABLE', 'GLOBAL TEMPORARY')";

	@Override
	public Presence find(Kind kind, SqlName name, SqlSession session) {
		String from = switch (kind) {
			case TABLE -> TABLES + " and " + in("TABLE", name);
			case VIEW -> "INFORMATION_SCHEMA.VIEWS where " + in("TABLE", name);
			case SEQUENCE -> "INFORMATION_SCHEMA.SEQUENCES where " + in("SEQUENCE", name);
			case INDEX -> "INFORMATION_SCHEMA.INDEXES where " + in("INDEX", name);
			case SCHEMA -> "INFORMATION_SCHEMA.SCHEMATA where " + H2Names.matches("SCHEMA_NAME", name.name());
			case ALIAS -> "INFORMATION_SCHEMA.ROUTINES where " + in("ROUTINE", name);
			case MATERIALIZED_VIEW ->
				"INFORMATION_SCHEMA.TABLES where TABLE_TYPE = 'MATERIALIZED VIEW' and " + in("TABLE", name);
			case TYPE, FUNCTION, PROCEDURE, EVENT -> null;
		};
		if (from == null) {
			return Presence.UNCLEAR;
		}
		return presence(count(from, session));
	}

	@Override
	public Presence findColumn(SqlName table, String column, SqlSession session) {
		return part(table, "INFORMATION_SCHEMA.COLUMNS where %s and %s".formatted(in("TABLE", table),
				H2Names.matches("COLUMN_NAME", column)), session);
	}

	@Override
	public Presence findNotNull(SqlName table, String column, SqlSession session) {
		if (findColumn(table, column, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		return presence(count("INFORMATION_SCHEMA.COLUMNS where %s and %s and IS_NULLABLE = 'NO'"
			.formatted(in("TABLE", table), H2Names.matches("COLUMN_NAME", column)), session));
	}

	@Override
	public Presence findUniqueKey(SqlName table, List<String> columns, SqlSession session) {
		String among = columns.stream()
			.map((column) -> H2Names.matches("c.COLUMN_NAME", column))
			.collect(Collectors.joining(" or "));
		return part(table, """
				INFORMATION_SCHEMA.INDEXES i where %s and i.INDEX_TYPE_NAME in ('PRIMARY KEY', 'UNIQUE INDEX')
				and not exists (select 1 from INFORMATION_SCHEMA.INDEX_COLUMNS c where c.INDEX_SCHEMA = i.INDEX_SCHEMA
				and c.INDEX_NAME = i.INDEX_NAME and c.TABLE_NAME = i.TABLE_NAME and c.IS_UNIQUE and not (%s))"""
			.formatted(in("TABLE", table), among), session);
	}

	@Override
	public Presence findConstraint(SqlName table, String constraint, SqlSession session) {
		return part(table, "INFORMATION_SCHEMA.TABLE_CONSTRAINTS where %s and %s".formatted(in("TABLE", table),
				H2Names.matches("CONSTRAINT_NAME", constraint)), session);
	}

	@Override
	public Presence findFacet(SqlName table, String column, Facet facet, SqlSession session) {
		if (findColumn(table, column, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		String condition = switch (facet) {
			case IDENTITY -> "IS_IDENTITY = 'YES'";
			case EXPRESSION -> "IS_GENERATED = 'ALWAYS'";
		};
		return presence(count("INFORMATION_SCHEMA.COLUMNS where %s and %s and %s".formatted(in("TABLE", table),
				H2Names.matches("COLUMN_NAME", column), condition), session));
	}

	// A trigger stands in the schema of its table.
	@Override
	public Presence findTrigger(SqlName trigger, @Nullable SqlName table, SqlSession session) {
		String schema = (trigger.schema() == null && table != null) ? table.schema() : trigger.schema();
		return presence(count("INFORMATION_SCHEMA.TRIGGERS where " + in("TRIGGER", new SqlName(schema, trigger.name())),
				session));
	}

	private static Presence presence(long found) {
		return (found > 0) ? Presence.PRESENT : Presence.ABSENT;
	}

	private static Presence part(SqlName table, String from, SqlSession session) {
		Row row = session.query(
				SqlStatement.of("select (select count(*) from %s and %s) as known, (select count(*) from %s) as found"
					.formatted(TABLES, in("TABLE", table), from)))
			.get(0);
		if (row.number("known") == 0) {
			return Presence.UNCLEAR;
		}
		return presence(row.number("found"));
	}

	private static long count(String from, SqlSession session) {
		return session.query(SqlStatement.of("select count(*) as found from " + from)).get(0).number("found");
	}

	/**
	 * Write a condition that a row of the catalog is about a thing.
	 * @param kind the first word of the columns that name it
	 * @param name its name
	 */
	private static String in(String kind, SqlName name) {
		return inSchema(kind + "_SCHEMA", name.schema()) + " and " + H2Names.matches(kind + "_NAME", name.name());
	}

	private static String inSchema(String column, @Nullable String schema) {
		return (schema != null) ? H2Names.matches(column, schema) : column + " = current_schema()";
	}

}
