package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which PostgreSQL prints an expression in the same words whoever asks.
 * With no schema on the search path every name in it that does not belong to PostgreSQL
 * itself stands with its schema.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection
 * Defaults</a>
 */
final class PostgresqlPrinting {

	private static final String SET = """
			select s.name, s.before, pg_catalog.set_config(s.name, s.value, false)
			from (select v.name, v.value, pg_catalog.current_setting(v.name) as before
			    from (values ('search_path', ''), ('TimeZone', 'UTC'), ('DateStyle', 'ISO'),
			        ('IntervalStyle', 'postgres'), ('bytea_output', 'hex'), ('quote_all_identifiers', 'off'))
			        v (name, value)
			    offset 0) s""";

	private PostgresqlPrinting() {
	}

	/**
	 * Do something while the settings hold.
	 * @param session the session, which gets back those that it had
	 * @param work what to do
	 * @param <T> what it gives
	 * @return what it gave
	 */
	static <T> T during(SqlSession session, Supplier<T> work) {
		List<Row> before = session.query(SqlStatement.of(SET));
		T result;
		try {
			result = work.get();
		}
		catch (RuntimeException ex) {
			try {
				reset(before, session);
			}
			catch (RuntimeException second) {
				ex.addSuppressed(second);
			}
			throw ex;
		}
		reset(before, session);
		return result;
	}

	private static void reset(List<Row> before, SqlSession session) {
		List<@Nullable Object> binds = new ArrayList<>();
		before.forEach((row) -> {
			binds.add(row.string("name"));
			binds.add(row.string("before"));
		});
		String calls = before.stream()
			.map((row) -> "pg_catalog.set_config(?, ?, false)")
			.collect(Collectors.joining(", "));
		session.query(new SqlStatement("select " + calls, binds));
	}

}
