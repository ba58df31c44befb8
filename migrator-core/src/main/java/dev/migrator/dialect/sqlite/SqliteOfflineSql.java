package dev.migrator.dialect.sqlite;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.TableName;

/**
 * What a script for the program {@code sqlite3} says. Only with {@code -bail} does that
 * stop at an error, and the transaction that is open then ends with it.
 *
 * @see <a href="https://www.sqlite.org/cli.html">Command Line Shell For SQLite</a>
 */
final class SqliteOfflineSql implements OfflineSql {

	private final SqliteDialect dialect;

	SqliteOfflineSql(SqliteDialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public String command() {
		return "sqlite3 -bail <database> <";
	}

	@Override
	public List<String> preamble() {
		return List.of();
	}

	@Override
	public List<String> createSchema(String schema) {
		throw withoutSchemas(schema);
	}

	@Override
	public List<String> useSchema(String schema) {
		throw withoutSchemas(schema);
	}

	private static MigratorException withoutSchemas(String schema) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"The schema '%s' cannot be used, because SQLite has no schemas to choose from.".formatted(schema),
				"Remove migrator.schema.");
	}

	@Override
	public String currentUser() {
		return "''";
	}

	/**
	 * Check the rows by a query that fails by a path into JSON that is none, which is how
	 * SQLite says a message of one's own outside of triggers; and by its mention of the
	 * history if that is missing. The migration lock is nothing a script can ask for, but
	 * its transactions write from their begin, so that it waits for those of others.
	 */
	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		TreeSet<String> expected = new TreeSet<>(rows);
		String versions = this.dialect.quote(versionTable);
		String found = (expected.isEmpty()) ? "" : " and count(case when version_num in (%s) then 1 end) = %d"
			.formatted(expected.stream().map(this.dialect::literal).collect(Collectors.joining(", ")), expected.size());
		String message = this.dialect.literal("This script goes on from %s, but the database is at "
			.formatted((expected.isEmpty()) ? "<base>" : String.join(", ", expected)));
		return List.of("""
				select case
				    when count(*) = %d%s and (select count(*) from %s) >= 0 then 'as expected'
				    else json_extract('{}', %s || coalesce((select group_concat(version_num, ', ')
				        from (select version_num from %s order by version_num)), '<base>') || '.')
				end as version_table from %5$s""".formatted(expected.size(), found, this.dialect.quote(historyTable),
				message, versions));
	}

}
