package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's catalog tells. A name without a schema may mean something in each
 * schema of the search path; only what is in the first one is taken for what a statement
 * meant.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System
 * Catalogs</a>
 */
final class PostgresqlCatalog implements Catalog {

	@Override
	public Presence find(Kind kind, SqlName name, SqlSession session) {
		if (kind == Kind.SCHEMA) {
			return presence(session.query(
					SqlStatement.of("select 1 from pg_catalog.pg_namespace where nspname = ?", folded(name.name()))));
		}
		return switch (kind) {
			case TYPE -> findType(name, session);
			case FUNCTION, PROCEDURE -> findRoutine(name, session);
			case ALIAS -> Presence.UNCLEAR;
			default -> findRelation(kind, name, session);
		};
	}

	private static Presence findRelation(Kind kind, SqlName name, SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of("""
				select n.nspname = coalesce(?::text, current_schema()::text) as here,
				coalesce(i.indisvalid, true) as valid
				from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				left join pg_catalog.pg_index i on i.indexrelid = c.oid
				where c.relname = ? and strpos(?, c.relkind::text) > 0
				and (n.nspname = ? or (?::text is null and n.nspname = any(current_schemas(false))))
				order by here desc""", schema(name), folded(name.name()), relationKinds(kind), schema(name),
				schema(name)));
		if (rows.isEmpty()) {
			return Presence.ABSENT;
		}
		Row first = rows.get(0);
		if (!first.bool("here")) {
			return Presence.UNCLEAR;
		}
		return (first.bool("valid")) ? Presence.PRESENT : Presence.INCOMPLETE;
	}

	private static String relationKinds(Kind kind) {
		return switch (kind) {
			case TABLE -> "rpf";
			case VIEW -> "v";
			case MATERIALIZED_VIEW -> "m";
			case SEQUENCE -> "S";
			case INDEX -> "iI";
			case SCHEMA, TYPE, FUNCTION, PROCEDURE, ALIAS, EVENT ->
				throw new IllegalArgumentException("No relation is a " + kind);
		};
	}

	private static Presence findType(SqlName name, SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of("""
				select n.nspname = coalesce(?::text, current_schema()::text) as here
				from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
				where t.typname = ? and (n.nspname = ? or (?::text is null and n.nspname = any(current_schemas(false))))
				order by here desc""", schema(name), folded(name.name()), schema(name), schema(name)));
		if (rows.isEmpty()) {
			return Presence.ABSENT;
		}
		return (rows.get(0).bool("here")) ? Presence.PRESENT : Presence.UNCLEAR;
	}

	// One that is found may have other arguments.
	private static Presence findRoutine(SqlName name, SqlSession session) {
		boolean none = session.query(SqlStatement
			.of("""
					select 1 from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
					where p.proname = ? and (n.nspname = ? or (?::text is null and n.nspname = any(current_schemas(false))))""",
					folded(name.name()), schema(name), schema(name)))
			.isEmpty();
		return (none) ? Presence.ABSENT : Presence.UNCLEAR;
	}

	@Override
	public Presence findFacet(SqlName table, String column, Facet facet, SqlSession session) {
		String attribute = switch (facet) {
			case IDENTITY -> "attidentity";
			case EXPRESSION -> "attgenerated";
		};
		List<Row> rows = session.query(SqlStatement.of("""
				select %s <> '' as found from pg_catalog.pg_attribute
				where attrelid = pg_catalog.to_regclass(?) and attname = ? and attnum > 0 and not attisdropped"""
			.formatted(attribute), quoted(table), folded(column)));
		if (rows.isEmpty()) {
			return Presence.UNCLEAR;
		}
		return (rows.get(0).bool("found")) ? Presence.PRESENT : Presence.ABSENT;
	}

	@Override
	public Presence findTrigger(SqlName trigger, @Nullable SqlName table, SqlSession session) {
		return (table != null) ? find(table, trigger.name(), session, """
				pg_catalog.pg_trigger p on p.tgrelid = t.id and p.tgname = ? and not p.tgisinternal""")
				: Presence.UNCLEAR;
	}

	@Override
	public Presence findEnumValue(SqlName type, String value, SqlSession session) {
		if (findType(type, session) != Presence.PRESENT) {
			return Presence.UNCLEAR;
		}
		return presence(session.query(SqlStatement.of("""
				select 1 from pg_catalog.pg_enum where enumtypid = pg_catalog.to_regtype(?) and enumlabel = ?""",
				quoted(type), value)));
	}

	@Override
	public Presence findNotNull(SqlName table, String column, SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of("""
				select attnotnull as found from pg_catalog.pg_attribute
				join pg_catalog.pg_class c on c.oid = attrelid and c.relkind in ('r', 'p')
				where attrelid = pg_catalog.to_regclass(?) and attname = ? and attnum > 0 and not attisdropped""",
				quoted(table), folded(column)));
		if (rows.isEmpty()) {
			return Presence.UNCLEAR;
		}
		return (rows.get(0).bool("found")) ? Presence.PRESENT : Presence.ABSENT;
	}

	@Override
	public Presence findUniqueKey(SqlName table, List<String> columns, SqlSession session) {
		List<@Nullable Object> values = new ArrayList<>();
		columns.forEach((column) -> values.add(folded(column)));
		values.add(quoted(table));
		List<Row> rows = session.query(new SqlStatement("""
				select exists (select 1 from pg_catalog.pg_index i
				where i.indrelid = c.oid and i.indisunique and i.indisvalid and i.indpred is null
				and i.indexprs is null and not exists (
				select 1 from unnest(i.indkey::int2[]) with ordinality k(number, place)
				where k.place <= i.indnkeyatts and not exists (select 1 from pg_catalog.pg_attribute a
				where a.attrelid = c.oid and a.attnum = k.number and a.attname in (%s)))) as found
				from pg_catalog.pg_class c where c.oid = pg_catalog.to_regclass(?) and c.relkind in ('r', 'p')"""
			.formatted(String.join(", ", Collections.nCopies(columns.size(), "?"))), values));
		if (rows.isEmpty()) {
			return Presence.UNCLEAR;
		}
		return (rows.get(0).bool("found")) ? Presence.PRESENT : Presence.ABSENT;
	}

	@Override
	public Presence findColumn(SqlName table, String column, SqlSession session) {
		return find(table, column, session, """
				pg_catalog.pg_attribute p on p.attrelid = t.id and p.attname = ? and p.attnum > 0
				and not p.attisdropped""");
	}

	@Override
	public Presence findConstraint(SqlName table, String constraint, SqlSession session) {
		return find(table, constraint, session, "pg_catalog.pg_constraint p on p.conrelid = t.id and p.conname = ?");
	}

	private static Presence find(SqlName table, String part, SqlSession session, String join) {
		String sql = """
				select t.id is not null as known, p.tableoid is not null as found
				from (select pg_catalog.to_regclass(?) as id) t left join %s""".formatted(join);
		Row row = session.query(SqlStatement.of(sql, quoted(table), folded(part))).get(0);
		if (!row.bool("known")) {
			return Presence.UNCLEAR;
		}
		return (row.bool("found")) ? Presence.PRESENT : Presence.ABSENT;
	}

	private static Presence presence(List<Row> rows) {
		return (rows.isEmpty()) ? Presence.ABSENT : Presence.PRESENT;
	}

	private static String quoted(SqlName name) {
		String table = PostgresqlDialect.quoted(folded(name.name()));
		return (name.schema() != null) ? PostgresqlDialect.quoted(folded(name.schema())) + "." + table : table;
	}

	private static @Nullable String schema(SqlName name) {
		return (name.schema() != null) ? folded(name.schema()) : null;
	}

	private static String folded(String part) {
		return (SqlName.isQuoted(part)) ? SqlName.unquoted(part) : part.toLowerCase(Locale.ROOT);
	}

}
