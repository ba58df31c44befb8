package dev.migrator.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.dialect.OfflineSql;
import dev.migrator.dialect.StatementValues;
import dev.migrator.operation.Expression;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlStatement;

/**
 * What a script for {@code psql} says.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class PostgresqlOfflineSql implements OfflineSql {

	/** How {@code collate "C"} sorts. */
	private static final Comparator<String> BYTE_ORDER = Comparator
		.comparing((text) -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

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
		List<String> expected = rows.stream().sorted(BYTE_ORDER).toList();
		String schema = (versionTable.schema() != null) ? this.dialect.literal(versionTable.schema())
				: "coalesce(current_schema(), '')";
		String at = this.dialect.literal("This script goes on from %s, but the database is at %%."
			.formatted((expected.isEmpty()) ? "<base>" : String.join(", ", expected).replace("%", "%%")));
		return List.of(block("""
				begin
				    if not pg_try_advisory_xact_lock(%s) then
				        raise exception 'Another process is migrating this database.'
				            using hint = 'Wait for it, then look whether this script is still needed.';
				    elsif to_regclass(%s) is null or to_regclass(%s) is null then
				        raise exception 'There is no version table or no history table.'
				            using hint = 'The script of ensure-version creates them.';
				    elsif array(select version_num::text from %5$s order by version_num collate "C")
				            <> %4$s then
				        raise exception %6$s,
				            (select coalesce(string_agg(version_num, ', '), '<base>') from %5$s)
				            using hint = 'Write a script that begins where the database is.';
				    end if;
				end""".formatted(AdvisoryLock.key(schema, this.dialect.literal(versionTable.name())),
				regclass(versionTable), regclass(historyTable),
				expected.stream().map(this.dialect::literal).collect(Collectors.joining(", ", "array[", "]::text[]")),
				this.dialect.quote(versionTable), at)));
	}

	/**
	 * Loop in an anonymous block. After each batch a notice says how far it came, so that
	 * the last one tells where to go on by hand if the script stops.
	 *
	 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-transactions.html">
	 * Transaction Management</a>
	 */
	@Override
	public Optional<String> batches(UpdateInBatches operation) {
		BatchedUpdate batches = this.dialect.batches(operation);
		List<Object> after = variables(operation, "migrator_after_");
		List<Object> last = variables(operation, "migrator_last_");
		String lastKey = last.stream().map(PostgresqlOfflineSql::name).collect(Collectors.joining(", "));
		StringBuilder declarations = new StringBuilder();
		StringBuilder steps = new StringBuilder();
		for (int i = 0; i < last.size(); i++) {
			String type = "%s.%s%%type".formatted(this.dialect.quote(operation.table()),
					this.dialect.quote(operation.key().get(i)));
			declarations.append("    %s %s;\n    %s %2$s;\n".formatted(name(after.get(i)), type, name(last.get(i))));
			steps.append("        %s := %s;\n".formatted(name(after.get(i)), name(last.get(i))));
		}
		return Optional.of(block("""
				declare
				%s    migrator_rows bigint;
				    migrator_done bigint := 0;
				begin
				    loop
				        if migrator_done = 0 then
				            %s into %s, migrator_rows;
				        else
				            %s into %3$s, migrator_rows;
				        end if;
				        exit when not found;
				        if migrator_done = 0 then
				            %s;
				        else
				            %s;
				        end if;
				        commit;
				        migrator_done := migrator_done + migrator_rows;
				        raise notice '%%: %% rows done, up to %%', %s, migrator_done, concat_ws(', ', %3$s);
				        exit when migrator_rows < %d;
				%s    end loop;
				end""".formatted(declarations, written(batches.end(null)), lastKey, written(batches.end(after)),
				written(batches.update(null, last)), written(batches.update(after, last)),
				this.dialect.literal(operation.table().toString()), operation.size(), steps)));
	}

	private static List<Object> variables(UpdateInBatches operation, String prefix) {
		return IntStream.rangeClosed(1, operation.key().size())
			.<Object>mapToObj((i) -> new Expression.Text(prefix + i))
			.toList();
	}

	private static String name(Object variable) {
		return ((Expression.Text) variable).sql();
	}

	private String written(SqlStatement statement) {
		return StatementValues.writeOut(statement, this.dialect);
	}

	private String regclass(TableName table) {
		return this.dialect.literal(this.dialect.quote(table));
	}

	private static String block(String body) {
		String tag = "$migrator$";
		while (body.contains(tag)) {
			tag = tag.substring(0, tag.length() - 1) + "_$";
		}
		return "do %s %s %s".formatted(tag, body, tag);
	}

}
