package dev.migrator.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's advisory lock at session level. The server frees it when the session ends,
 * and it belongs to no transaction, so that nothing waits for its owner but other owners.
 * <p>
 * Its key is a hash of the version table's name with its schema, so that two schemas of
 * one database are migrated independently. The server computes it: its hash may differ
 * between versions, but not between the clients of one server.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 * Locks</a>
 */
final class AdvisoryLock implements MigrationLock {

	private static final Logger logger = LoggerFactory.getLogger(AdvisoryLock.class);

	/** Unknown to the server, or not allowed on its platform. */
	private static final Set<String> SETTING_REFUSED = Set.of("22023", "42704");

	private static final String KEY = key("coalesce(?::text, current_schema()::text, '')", "?::text");

	// A key of 64 bits stands in two columns of 32 bits.
	private static final String IS_LOCK = """
			l.locktype = 'advisory' and l.granted and l.objsubid = 1
			and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
			and ((l.classid::bigint << 32) | l.objid::bigint) = k.key""";

	private static final String TRY = """
			select k.key, case
			when exists (select 1 from pg_catalog.pg_locks l where l.pid = pg_backend_pid() and %s) then 'shared'
			when pg_try_advisory_lock(k.key) then 'taken' else 'busy' end as outcome
			from (select %s as key) k""".formatted(IS_LOCK, KEY);

	private static final String IS_OURS = """
			select 1 from pg_catalog.pg_locks l, (select ?::bigint as key) k
			where l.pid = pg_backend_pid() and %s""".formatted(IS_LOCK);

	private static final String HOLDER = """
			select l.pid, a.application_name, host(a.client_addr) as client_addr, a.state, left(a.query, 80) as query
			from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid,
			(select %s as key) k where %s""".formatted(KEY, IS_LOCK);

	private final TableName versionTable;

	private final DatabaseInfo database;

	private @Nullable Long key;

	private boolean checksConnection;

	AdvisoryLock(TableName versionTable, DatabaseInfo database) {
		this.versionTable = versionTable;
		this.database = database;
	}

	/**
	 * Write the key of the lock.
	 * @param schema the version table's schema, a text in SQL
	 * @param table its name, a text in SQL
	 * @return an expression
	 */
	static String key(String schema, String table) {
		return "hashtextextended('migrator:' || quote_ident(%s) || '.' || quote_ident(%s), 0)".formatted(schema, table);
	}

	@Override
	public boolean tryAcquire(SqlSession session) {
		if (session.inTransaction()) {
			throw new IllegalStateException("The migration lock is taken outside transactions");
		}
		Row row = session.query(SqlStatement.of(TRY, this.versionTable.schema(), this.versionTable.name())).get(0);
		String outcome = row.string("outcome");
		if ("shared".equals(outcome)) {
			throw poolerInBetween();
		}
		if (!"taken".equals(outcome)) {
			return false;
		}
		this.key = row.number("key");
		try {
			verify(session, this.key);
			endStatementsWithTheirClient(session);
			return true;
		}
		catch (RuntimeException ex) {
			giveUp(session, this.key, ex);
			throw ex;
		}
	}

	private void verify(SqlSession session, long taken) {
		if (session.query(SqlStatement.of(IS_OURS, taken)).isEmpty()) {
			throw poolerInBetween();
		}
	}

	private static MigratorException poolerInBetween() {
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"The migration lock would not protect this migration: a connection pooler shares the database's"
						+ " sessions between its clients.",
				"Set 'migrator.url' to a URL that leads to the database directly, or to a pooler in session mode.");
	}

	private void giveUp(SqlSession session, long taken, RuntimeException reason) {
		this.key = null;
		try {
			session.query(SqlStatement.of("select pg_advisory_unlock(?::bigint)", taken));
		}
		catch (SqlSessionException ex) {
			reason.addSuppressed(ex);
		}
	}

	/**
	 * Have the server look each second, while a statement runs, whether its client is
	 * still there. Otherwise the statement of a process that died would run to its end,
	 * and hold the lock until then.
	 */
	private void endStatementsWithTheirClient(SqlSession session) {
		if (!this.database.isAtLeast(14, 0)) {
			return;
		}
		try {
			session.execute(SqlStatement.of("set client_connection_check_interval to '1s'"));
			this.checksConnection = true;
		}
		catch (SqlSessionException ex) {
			if (ex.sqlState() == null || !SETTING_REFUSED.contains(ex.sqlState())) {
				throw ex;
			}
			logger.debug("The server does not look whether clients are gone: {}", ex.getMessage());
		}
	}

	@Override
	public void release(SqlSession session) {
		if (this.key == null) {
			throw new IllegalStateException("The migration lock was not taken");
		}
		long taken = this.key;
		this.key = null;
		if (this.checksConnection) {
			this.checksConnection = false;
			session.execute(SqlStatement.of("reset client_connection_check_interval"));
		}
		SqlStatement unlock = SqlStatement.of("select pg_advisory_unlock(?::bigint) as released", taken);
		if (!session.query(unlock).get(0).bool("released")) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"The session lost the migration lock before it released it.",
					"Look whether a connection pooler or pg_advisory_unlock_all() took it away.");
		}
	}

	@Override
	public Optional<String> holder(SqlSession session) {
		List<Row> rows = session.query(SqlStatement.of(HOLDER, this.versionTable.schema(), this.versionTable.name()));
		return rows.stream().findFirst().map(AdvisoryLock::describe);
	}

	private static String describe(Row row) {
		return Stream
			.of("pid " + row.number("pid"), part("application ", row.string("application_name")),
					part("from ", row.string("client_addr")), part("", row.string("state")),
					part("last statement: ", oneLine(row.string("query"))))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private static String part(String label, @Nullable String value) {
		return (value != null && !value.isEmpty()) ? label + value : "";
	}

	private static @Nullable String oneLine(@Nullable String query) {
		return (query != null) ? query.strip().replaceAll("\\s+", " ") : null;
	}

}
