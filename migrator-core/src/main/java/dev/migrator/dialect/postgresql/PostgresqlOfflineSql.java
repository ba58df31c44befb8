package dev.migrator.dialect.postgresql;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.schema.TableName;

/**
 * What a script for {@code psql} says.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class PostgresqlOfflineSql implements OfflineSql {

	private final PostgresqlDialect dialect;

	PostgresqlOfflineSql(PostgresqlDialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public String command() {
		return "psql -X -v ON_ERROR_STOP=1 -f";
	}

	// As pg_dump does.
	@Override
	public List<String> preamble() {
		return List.of("set client_encoding = 'UTF8'", "set standard_conforming_strings = on");
	}

	@Override
	public List<String> createSchema(String schema) {
		String name = this.dialect.quote(schema);
		return List.of(block("""
				begin
				    if to_regnamespace(%s) is null then
				        create schema %s;
				    end if;
				end""".formatted(this.dialect.literal(name), name)));
	}

	// What was on the path stays there, since extensions' types may come from there.
	@Override
	public List<String> useSchema(String schema) {
		return List.of(block("""
				begin
				    perform set_config('search_path',
				        concat_ws(', ', %s, nullif(current_setting('search_path'), '')), false);
				end""".formatted(this.dialect.literal(this.dialect.quote(schema)))));
	}

	/**
	 * Check the rows under the migration lock, in the form that the end of the
	 * transaction frees: nothing is left behind even through a connection pooler.
	 */
	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		String expected = new TreeSet<>(rows).stream()
			.map(this.dialect::literal)
			.collect(Collectors.joining(", ", "array[", "]::text[]"));
		String key = AdvisoryLock.key(this.dialect.literal(versionTable.schema()),
				this.dialect.literal(versionTable.name()));
		return List.of(block("""
				declare
				    expected text[] := %s;
				    found text[];
				begin
				    if not pg_try_advisory_xact_lock(%s) then
				        raise exception 'Another process is migrating this database.'
				            using hint = 'Wait for it, then look whether this script is still needed.';
				    end if;
				    if to_regclass(%s) is null or to_regclass(%s) is null then
				        raise exception 'The table of Migrator''s versions or the one of its history is missing.'
				            using hint = 'Run the script of ensure-version, and stamp.';
				    end if;
				    found := array(select version_num::text from %s order by 1);
				    if not (found @> expected and found <@ expected) then
				        raise exception 'This script goes on from %%, but the database is at %%.',
				            coalesce(nullif(array_to_string(expected, ', '), ''), '<base>'),
				            coalesce(nullif(array_to_string(found, ', '), ''), '<base>')
				            using hint = 'Write a script that begins where the database is.';
				    end if;
				end""".formatted(expected, key, regclass(versionTable), regclass(historyTable),
				this.dialect.quote(versionTable))));
	}

	private String regclass(TableName table) {
		String name = PostgresqlDialect.quoted(table.name());
		return this.dialect
			.literal((table.schema() != null) ? PostgresqlDialect.quoted(table.schema()) + "." + name : name);
	}

	private static String block(String body) {
		String tag = "$migrator$";
		while (body.contains(tag)) {
			tag = tag.substring(0, tag.length() - 1) + "_$";
		}
		return "do %s\n%s\n%s".formatted(tag, body, tag);
	}

}
