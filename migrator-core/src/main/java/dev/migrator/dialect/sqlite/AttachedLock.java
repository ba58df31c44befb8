package dev.migrator.dialect.sqlite;

import java.util.Optional;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * A lock for SQLite, whose own locks end with each transaction: a second, empty database
 * beside the file, attached to the session in exclusive locking mode. From its first
 * write on it is locked by the operating system until it is detached, the connection is
 * closed, or the process dies, however it dies. It costs no second connection, stands in
 * nobody's way who reads or writes the database itself, and holds wherever SQLite's own
 * locks hold: not on network file systems whose locks are broken, where SQLite itself is
 * not safe either.
 * <p>
 * A lock of {@code java.nio} on a file would be lost as soon as anything else in the same
 * process closes that file, as POSIX has it; SQLite knows of that and takes care. The
 * empty database stays behind, since whoever deleted it might delete it under somebody
 * who just opened it. Beside it a note says which process has the lock.
 * <p>
 * For a database in memory the lock is in memory, too, and shared within the process.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_locking_mode">PRAGMA
 * locking_mode</a>
 * @see <a href=
 * "https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_">
 * POSIX advisory locks canceled by close()</a>
 */
final class AttachedLock implements MigrationLock {

	/**
	 * How long the one of several who may write waits for the others to give up, in ms.
	 */
	private static final int PATIENCE = 100;

	private static final int GENERAL_ERROR = 1;

	private final String name;

	private final String schema;

	/**
	 * Create a lock.
	 * @param name its name
	 */
	AttachedLock(String name) {
		this.name = name;
		this.schema = "\"" + name.replace("\"", "\"\"") + "\"";
	}

	@Override
	public boolean tryAcquire(SqlSession session) {
		if (session.inTransaction()) {
			throw new IllegalStateException("The migration lock is taken outside transactions");
		}
		LockPlace place = LockPlace.of(this.name, session);
		long timeout = SqliteSettings.busyTimeout(session);
		execute(session, "pragma busy_timeout = 0");
		try {
			if (!attach(place, session)) {
				return false;
			}
			place.writeNote();
			return true;
		}
		finally {
			execute(session, "pragma busy_timeout = " + timeout);
		}
	}

	private boolean attach(LockPlace place, SqlSession session) {
		try {
			session.execute(SqlStatement.of("attach database ? as " + this.schema, place.database()));
		}
		catch (SqlSessionException ex) {
			return ifHeld(ex, place);
		}
		try {
			lock(session);
			return true;
		}
		catch (SqlSessionException ex) {
			execute(session, "detach database " + this.schema);
			return ifHeld(ex, place);
		}
	}

	// Of several who try at once one may write; the others fail at that, and let go.
	private void lock(SqlSession session) {
		// Without a journal in a file a commit writes none that spans both databases.
		execute(session, "pragma %s.journal_mode = memory".formatted(this.schema));
		execute(session, "pragma %s.locking_mode = exclusive".formatted(this.schema));
		execute(session, "begin");
		try {
			execute(session, "pragma %s.user_version = %d".formatted(this.schema, ProcessHandle.current().pid()));
			execute(session, "pragma busy_timeout = " + PATIENCE);
			execute(session, "commit");
		}
		catch (SqlSessionException ex) {
			execute(session, "rollback");
			throw ex;
		}
	}

	private static boolean ifHeld(SqlSessionException ex, LockPlace place) {
		boolean bySelf = ex.errorCode() == GENERAL_ERROR && String.valueOf(ex.getMessage()).contains("already in use");
		if (bySelf || SqliteSettings.BUSY.contains(ex.errorCode())) {
			return false;
		}
		throw new MigratorException(ErrorCategory.DATABASE,
				"The migration lock cannot be taken in %s: %s".formatted(place.database(), ex.getMessage()),
				"Let the process write into the folder of the database, as SQLite needs to do, too.", ex);
	}

	@Override
	public void release(SqlSession session) {
		LockPlace place = LockPlace.of(this.name, session);
		boolean held = session.query(SqlStatement.of("pragma database_list"))
			.stream()
			.anyMatch((row) -> this.name.equalsIgnoreCase(row.string("name")));
		if (held) {
			place.removeNote();
		}
		execute(session, "detach database " + this.schema);
	}

	@Override
	public Optional<String> holder(SqlSession session) {
		return LockPlace.of(this.name, session).readNote();
	}

	private static void execute(SqlSession session, String sql) {
		session.execute(SqlStatement.of(sql));
	}

}
