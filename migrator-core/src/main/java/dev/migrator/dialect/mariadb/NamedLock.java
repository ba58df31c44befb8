package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The named lock of MariaDB and MySQL, {@code get_lock}. The server frees it when the
 * session ends, and it belongs to no transaction. While a statement runs, the server does
 * not notice that its client is gone: a process that died holds the lock until its last
 * statement ends.
 * <p>
 * A name serves for the whole server and has 64 characters at most, so that this one is
 * made of a hash of the version table's name with its schema. On a cluster of several
 * writers (Galera, Group Replication) each node has locks of its own: there all
 * migrations go to one node.
 *
 * @see <a href="https://mariadb.com/kb/en/get_lock/">GET_LOCK</a>
 */
final class NamedLock implements MigrationLock {

	private static final String NAME = name("?", "?");

	private static final String TRY = """
			select case when is_used_lock(k.name) = connection_id() then 'shared'
			when get_lock(k.name, 0) = 1 then 'taken' else 'busy' end as outcome
			from (select %s as name) k""".formatted(NAME);

	private static final String IS_OURS = """
			select is_used_lock(k.name) = connection_id() as ours from (select %s as name) k""".formatted(NAME);

	private static final String RELEASE = "select release_lock(%s) as released".formatted(NAME);

	// A user without the right PROCESS sees sessions of its own only.
	private static final String HOLDER = """
			select k.id, p.user, p.host, p.command, p.time, left(p.info, 80) as query
			from (select is_used_lock(%s) as id) k left join information_schema.processlist p on p.id = k.id
			where k.id is not null""".formatted(NAME);

	private final TableName versionTable;

	private boolean taken;

	NamedLock(TableName versionTable) {
		this.versionTable = versionTable;
	}

	/**
	 * Write the name of the lock.
	 * @param schema the version table's schema, a text or null in SQL
	 * @param table its name, a text in SQL
	 * @return an expression
	 */
	static String name(String schema, String table) {
		String full = "concat(coalesce(%s, database(), ''), char(0), %s)".formatted(schema, table);
		// One expression with each value once, whatever the setting.
		return "concat('migrator:', sha1((select if(@@lower_case_table_names = 0, n, lower(n)) from (select %s as n) n)))"
			.formatted(full);
	}

	@Override
	public boolean tryAcquire(SqlSession session) {
		if (session.inTransaction()) {
			throw new IllegalStateException("The migration lock is taken outside transactions");
		}
		String outcome = query(TRY, session).get(0).string("outcome");
		if ("shared".equals(outcome)) {
			throw proxyInBetween();
		}
		if (!"taken".equals(outcome)) {
			return false;
		}
		if (!query(IS_OURS, session).get(0).bool("ours")) {
			throw proxyInBetween();
		}
		this.taken = true;
		return true;
	}

	private static MigratorException proxyInBetween() {
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"The migration lock would not protect this migration: a proxy shares the database's sessions"
						+ " between its clients.",
				"Set 'migrator.url' to a URL that leads to the database directly.");
	}

	@Override
	public void release(SqlSession session) {
		if (!this.taken) {
			throw new IllegalStateException("The migration lock was not taken");
		}
		this.taken = false;
		if (!query(RELEASE, session).get(0).bool("released")) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"The session lost the migration lock before it released it.",
					"Look whether a proxy or release_all_locks() took it away.");
		}
	}

	@Override
	public Optional<String> holder(SqlSession session) {
		return query(HOLDER, session).stream().findFirst().map(NamedLock::describe);
	}

	private List<Row> query(String sql, SqlSession session) {
		return session.query(SqlStatement.of(sql, this.versionTable.schema(), this.versionTable.name()));
	}

	private static String describe(Row row) {
		return Stream
			.of("connection " + row.number("id"), part("user ", row.string("user")), part("from ", row.string("host")),
					part("", row.string("command")), part("for ", seconds(row)),
					part("statement: ", oneLine(row.string("query"))))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private static @Nullable String seconds(Row row) {
		return (row.get("time") != null) ? row.number("time") + " s" : null;
	}

	private static String part(String label, @Nullable String value) {
		return (value != null && !value.isEmpty()) ? label + value : "";
	}

	private static @Nullable String oneLine(@Nullable String query) {
		return (query != null) ? query.strip().replaceAll("\\s+", " ") : null;
	}

}
