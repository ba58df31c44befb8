package dev.migrator.dialect.h2;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.schema.TableName;

/**
 * What a script for H2's {@code RunScript} says.
 *
 * @see <a href="https://www.h2database.com/javadoc/org/h2/tools/RunScript.html">
 * RunScript</a>
 */
final class H2OfflineSql implements OfflineSql {

	private final H2Dialect dialect;

	H2OfflineSql(H2Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public String command() {
		return "java -cp h2.jar org.h2.tools.RunScript -url <url> -user <user> -script";
	}

	@Override
	public List<String> preamble() {
		return List.of();
	}

	@Override
	public List<String> createSchema(String schema) {
		return List.of("create schema if not exists " + this.dialect.quote(schema));
	}

	@Override
	public List<String> useSchema(String schema) {
		return List.of("set schema " + this.dialect.quote(schema));
	}

	/**
	 * Check the rows by a query that fails by {@code signal}, and by its mention of the
	 * history if that is missing. H2 has no lock to be had in a script.
	 *
	 * @see <a href="https://www.h2database.com/html/functions.html#signal">signal</a>
	 */
	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		TreeSet<String> expected = new TreeSet<>(rows);
		String found = (expected.isEmpty()) ? "" : " and count(case when version_num in (%s) then 1 end) = %d"
			.formatted(expected.stream().map(this.dialect::literal).collect(Collectors.joining(", ")), expected.size());
		String message = this.dialect.literal("This script goes on from %s, but the database is at "
			.formatted((expected.isEmpty()) ? "<base>" : String.join(", ", expected)));
		return List.of("""
				select case
				    when count(*) = %d%s and (select count(*) from %s) >= 0 then 'as expected'
				    else signal('M0001', %s
				        || coalesce(listagg(version_num, ', ') within group (order by version_num), '<base>') || '.')
				end as version_table from %s""".formatted(expected.size(), found, this.dialect.quote(historyTable),
				message, this.dialect.quote(versionTable)));
	}

}
