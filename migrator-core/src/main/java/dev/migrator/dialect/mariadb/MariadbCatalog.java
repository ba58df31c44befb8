package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What the information schema of MariaDB and MySQL tells. Whether the case of letters
 * counts in the names of schemas and tables is a setting of the server; in all other
 * names it does not.
 *
 * @see <a href="https://mariadb.com/kb/en/identifier-case-sensitivity/">Identifier
 * Case-sensitivity</a>
 */
final class MariadbCatalog implements Catalog {

	@Override
	public Presence find(Kind kind, SqlName name, SqlSession session) {
		return switch (kind) {
			case TABLE -> found(tables(name), session);
			case VIEW, SEQUENCE ->
				found("information_schema.tables where %s and table_type = '%s'".formatted(in("table", name), kind),
						session);
			case SCHEMA -> found("information_schema.schemata where " + matches("schema_name", name.name()), session);
			case FUNCTION, PROCEDURE ->
				found("information_schema.routines where %s and routine_name = %s and routine_type = '%s'"
					.formatted(inSchema("routine", name.schema()), text(name.name()), kind), session);
			case EVENT -> found("information_schema.events where %s and event_name = %s"
				.formatted(inSchema("event", name.schema()), text(name.name())), session);
			// no such thing, or none without its table
			case INDEX, MATERIALIZED_VIEW, TYPE, ALIAS -> Presence.UNCLEAR;
		};
	}

	@Override
	public Presence findIndex(SqlName table, SqlName index, SqlSession session) {
		return part(table, "statistics", "index_name", index.name(), session);
	}

	@Override
	public Presence findTrigger(SqlName trigger, @Nullable SqlName table, SqlSession session) {
		String schema = (trigger.schema() == null && table != null) ? table.schema() : trigger.schema();
		return found("information_schema.triggers where %s and trigger_name = %s".formatted(inSchema("trigger", schema),
				text(trigger.name())), session);
	}

	@Override
	public Presence findColumn(SqlName table, String column, SqlSession session) {
		return part(table, "columns", "column_name", column, session);
	}

	@Override
	public Presence findConstraint(SqlName table, String constraint, SqlSession session) {
		return part(table, "table_constraints", "constraint_name", constraint, session);
	}

	private static Presence found(String from, SqlSession session) {
		return (session.query(SqlStatement.of("select 1 from " + from + " limit 1")).isEmpty()) ? Presence.ABSENT
				: Presence.PRESENT;
	}

	@Override
	public Presence findNotNull(SqlName table, String column, SqlSession session) {
		if (findColumn(table, column, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		return found("information_schema.columns where %s and column_name = %s and is_nullable = 'NO'"
			.formatted(in("table", table), text(column)), session);
	}

	/**
	 * Look whether a column is none of an enumeration or a set, which are sorted by the
	 * places of their values but compared as texts, nor of floating numbers of four
	 * bytes, which are read in less digits than they have.
	 */
	@Override
	public Presence findOrder(SqlName table, String column, SqlSession session) {
		return found(
				"information_schema.columns where %s and column_name = %s and data_type not in ('enum', 'set', 'float')"
					.formatted(in("table", table), text(column)),
				session);
	}

	// An index on an expression of MySQL has no name of a column.
	@Override
	public Presence findUniqueKey(SqlName table, List<String> columns, SqlSession session) {
		String among = columns.stream().map(MariadbCatalog::text).collect(Collectors.joining(", "));
		return part(table, """
				information_schema.statistics where %s and non_unique = 0
				group by index_name having min(coalesce(column_name in (%s), 0)) = 1""".formatted(in("table", table),
				among), session);
	}

	private static Presence part(SqlName table, String view, String column, String name, SqlSession session) {
		return part(table,
				"information_schema.%s where %s and %s = %s".formatted(view, in("table", table), column, text(name)),
				session);
	}

	private static Presence part(SqlName table, String from, SqlSession session) {
		Row row = session
			.query(SqlStatement.of("select exists (select 1 from %s) as known, exists (select 1 from %s) as found"
				.formatted(tables(table), from)))
			.get(0);
		if (!row.bool("known")) {
			return Presence.UNCLEAR;
		}
		return (row.bool("found")) ? Presence.PRESENT : Presence.ABSENT;
	}

	private static String tables(SqlName name) {
		return "information_schema.tables where %s and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')"
			.formatted(in("table", name));
	}

	/**
	 * Write a condition that a row of the information schema belongs to a table.
	 * @param prefix what stands before the columns that name it
	 * @param table the table
	 * @return the condition
	 */
	static String inTable(String prefix, SqlName table) {
		String schema = (table.schema() != null) ? matches(prefix + "table_schema", table.schema())
				: prefix + "table_schema = database()";
		return schema + " and " + matches(prefix + "table_name", table.name());
	}

	private static String in(String kind, SqlName name) {
		return inSchema(kind, name.schema()) + " and " + matches(kind + "_name", name.name());
	}

	private static String inSchema(String kind, @Nullable String schema) {
		return (schema != null) ? matches(kind + "_schema", schema) : kind + "_schema = database()";
	}

	/**
	 * Write a condition that a column of the information schema names a schema or a
	 * table.
	 * @param column the column
	 * @param name the name as it stands in SQL, with or without quotes
	 * @return the condition
	 */
	static String matches(String column, String name) {
		String text = text(name);
		return ("if(@@lower_case_table_names = 0, convert(%1$s using utf8mb4) collate utf8mb4_bin = %2$s,"
				+ " lower(%1$s) = lower(%2$s))")
			.formatted(column, text);
	}

	private static String text(String name) {
		return "'" + SqlName.unquoted(name).replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
