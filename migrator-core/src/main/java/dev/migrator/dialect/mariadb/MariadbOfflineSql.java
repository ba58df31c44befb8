package dev.migrator.dialect.mariadb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.dialect.StatementValues;
import dev.migrator.operation.Expression;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlStatement;

/**
 * What a script for the client {@code mariadb} says. A message of its own has 128
 * characters at most.
 *
 * @see <a href="https://mariadb.com/kb/en/mariadb-command-line-client/">mariadb
 * Command-Line Client</a>
 * @see <a href="https://mariadb.com/kb/en/begin-end/">BEGIN NOT ATOMIC</a>
 */
final class MariadbOfflineSql extends MysqlOfflineSql {

	MariadbOfflineSql(MysqlFamilyDialect dialect) {
		super(dialect, "mariadb");
	}

	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		String expected = dialect()
			.literal("This script goes on from %s, but the database is at ".formatted(named(rows)));
		return List.of("""
				begin not atomic
				    declare message text;
				    if %s then
				        signal sqlstate '45000' set message_text = 'Another process is migrating this database.';
				    end if;
				    if %s then
				        set message = left(concat(%s, %s, '.'), 128);
				        signal sqlstate '45000' set message_text = message;
				    end if;
				end""".formatted(isLocked(versionTable), isElsewhere(versionTable, historyTable, rows), expected,
				found(versionTable)));
	}

	/**
	 * Loop in an anonymous block. After each batch a row says how far it came, so that
	 * the last one tells where to go on by hand if the script stops.
	 */
	@Override
	public Optional<String> batches(UpdateInBatches operation) {
		BatchedUpdate batches = dialect().batches(operation);
		List<Object> after = variables(operation, "migrator_after_");
		List<Object> last = variables(operation, "migrator_last_");
		StringBuilder declarations = new StringBuilder();
		StringBuilder steps = new StringBuilder();
		for (int i = 0; i < last.size(); i++) {
			String type = "type of %s.%s".formatted(dialect().quote(operation.table()),
					dialect().quote(operation.key().get(i)));
			declarations.append("    declare %s, %s %s;\n".formatted(name(after.get(i)), name(last.get(i)), type));
			steps.append("        set %s = %s;\n".formatted(name(after.get(i)), name(last.get(i))));
		}
		String lastKey = last.stream().map(MariadbOfflineSql::name).collect(Collectors.joining(", "));
		return Optional.of("""
				begin not atomic
				%s    declare migrator_rows bigint;
				    declare migrator_done bigint default 0;
				    migrator_walk: loop
				        set migrator_rows = null;
				        if migrator_done = 0 then
				            %s into %s, migrator_rows;
				        else
				            %s into %3$s, migrator_rows;
				        end if;
				        if migrator_rows is null then
				            leave migrator_walk;
				        end if;
				        if migrator_done = 0 then
				            %s;
				        else
				            %s;
				        end if;
				        commit;
				        set migrator_done = migrator_done + migrator_rows;
				        select concat(%s, ': ', migrator_done, ' rows done, up to ', concat_ws(', ', %3$s)) as progress;
				        if migrator_rows < %d then
				            leave migrator_walk;
				        end if;
				%s    end loop;
				end""".formatted(declarations, written(batches.end(null)), lastKey, written(batches.end(after)),
				written(batches.update(null, last)), written(batches.update(after, last)),
				dialect().literal(operation.table().toString()), operation.size(), steps));
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
		return StatementValues.writeOut(statement, dialect());
	}

}
