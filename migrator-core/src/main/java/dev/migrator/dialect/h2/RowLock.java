package dev.migrator.dialect.h2;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * A lock for H2, which has none that outlasts a transaction, while each DDL statement
 * ends its transaction. It is the one row of a table that names the session of its owner;
 * a single update takes the row if it is free, or if the session that it names is gone.
 * <p>
 * A session is told by its id together with the moment it began, since ids begin anew
 * when the database is opened anew. An administrator, as is the user that creates a
 * database, sees all sessions. Any other user sees its own session only, and takes the
 * row of another session
 * <ul>
 * <li>if that one must be gone: H2 counts ids up, so that a session that began earlier
 * and yet has no smaller id belongs to a database that was closed since then, as it is
 * after the process of an embedded database died;</li>
 * <li>otherwise an hour after that one took it: this bounds the wait where the client of
 * a database server died. A user that is no administrator must not have migrations that
 * take longer while another process starts.</li>
 * </ul>
 *
 * @see <a href=
 * "https://www.h2database.com/html/systemtables.html#information_schema_sessions">Sessions</a>
 */
final class RowLock implements MigrationLock {

	private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104);

	/** Another session is at the row or the catalog this very moment. */
	private static final Set<Integer> BUSY = Set.of(50200, 40001, 90131);

	private static final int GENERAL_ERROR = 50000;

	private static final int TABLE_EXISTS = 42101;

	private static final int DUPLICATE_KEY = 23505;

	// The catalog's own names are in upper case, which a database set up so does not
	// fold.
	private static final String MY_START = "(select SESSION_START from INFORMATION_SCHEMA.SESSIONS where SESSION_ID = session_id())";

	private static final String CREATE = """
			create table if not exists %s (
			    id integer primary key,
			    holder_session integer,
			    holder_start timestamp(9) with time zone,
			    holder_user varchar,
			    holder_address varchar,
			    taken_at timestamp with time zone
			)""";

	private static final String FILL = "insert into %1$s (id) select 1 where not exists (select 1 from %1$s)";

	private static final String TAKE = """
			update %s l set holder_session = session_id(), holder_start = %s, holder_user = current_user,
			holder_address = (select CLIENT_ADDR from INFORMATION_SCHEMA.SESSIONS where SESSION_ID = session_id()),
			taken_at = current_timestamp
			where l.id = 1 and (l.holder_session is null or (
			not exists (select 1 from INFORMATION_SCHEMA.SESSIONS s
			where s.SESSION_ID = l.holder_session and s.SESSION_START = l.holder_start)
			and (exists (select 1 from INFORMATION_SCHEMA.USERS where USER_NAME = current_user and IS_ADMIN)
			or (l.holder_session >= session_id() and l.holder_start < %2$s)
			or l.taken_at < current_timestamp - interval '1' hour)))""";

	private static final String RELEASE = """
			update %s set holder_session = null, holder_start = null, holder_user = null, holder_address = null,
			taken_at = null where holder_session = session_id() and holder_start = %s""";

	private static final String HOLDER = """
			select holder_user, holder_address, holder_session, taken_at from %s where holder_session is not null""";

	private final String table;

	/**
	 * Create a lock.
	 * @param table the lock's own table in SQL
	 */
	RowLock(String table) {
		this.table = table;
	}

	@Override
	public boolean tryAcquire(SqlSession session) {
		if (session.inTransaction()) {
			throw new IllegalStateException("The migration lock is taken outside transactions");
		}
		try {
			return take(session) || (isEmpty(session) && prepareAndTake(session));
		}
		catch (SqlSessionException ex) {
			if (NO_TABLE.contains(ex.errorCode())) {
				return prepareAndTake(session);
			}
			return ifBusy(ex);
		}
	}

	private boolean prepareAndTake(SqlSession session) {
		try {
			attempt(session, CREATE.formatted(this.table), TABLE_EXISTS);
			attempt(session, FILL.formatted(this.table), DUPLICATE_KEY);
			return take(session);
		}
		catch (SqlSessionException ex) {
			return ifBusy(ex);
		}
	}

	private static boolean ifBusy(SqlSessionException ex) {
		if (BUSY.contains(ex.errorCode())) {
			return false;
		}
		throw ex;
	}

	// Another session may be doing the same.
	private static void attempt(SqlSession session, String sql, int doneAlready) {
		try {
			session.execute(SqlStatement.of(sql));
		}
		catch (SqlSessionException ex) {
			if (ex.errorCode() != doneAlready) {
				throw ex;
			}
		}
	}

	private boolean isEmpty(SqlSession session) {
		return session.query(SqlStatement.of("select id from " + this.table)).isEmpty();
	}

	private boolean take(SqlSession session) {
		return updateBySessions(session, TAKE) == 1;
	}

	/**
	 * Run an update that looks at the sessions. H2 describes the sessions of others
	 * without holding them still, and fails where one ends its transaction at that moment
	 * (a {@code NullPointerException} within H2 2.4).
	 */
	private long updateBySessions(SqlSession session, String update) {
		SqlStatement statement = SqlStatement.of(update.formatted(this.table, MY_START));
		for (int attempt = 1;; attempt++) {
			try {
				return session.execute(statement);
			}
			catch (SqlSessionException ex) {
				if (ex.errorCode() != GENERAL_ERROR || attempt == 10) {
					throw ex;
				}
			}
		}
	}

	@Override
	public void release(SqlSession session) {
		if (updateBySessions(session, RELEASE) != 1) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"The session does not have the migration lock in %s that it was to release.".formatted(this.table),
					"Look whether something else changes that table.");
		}
	}

	@Override
	public Optional<String> holder(SqlSession session) {
		try {
			List<Row> rows = session.query(SqlStatement.of(HOLDER.formatted(this.table)));
			return rows.stream().findFirst().map(RowLock::describe);
		}
		catch (SqlSessionException ex) {
			if (NO_TABLE.contains(ex.errorCode())) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static String describe(Row row) {
		String address = row.string("holder_address");
		return "session %d of user %s%s, since %s".formatted(row.number("holder_session"), row.string("holder_user"),
				(address != null) ? " from " + address : "", row.string("taken_at"));
	}

}
