package dev.migrator.execution;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session enforces foreign keys, which an operation may have to suspend.
 * Closing it, outside of transactions, has them enforced again.
 */
final class KeyEnforcement implements AutoCloseable {

	private final SqlSession session;

	private final Dialect dialect;

	private @Nullable SuspendedForeignKeys suspended;

	KeyEnforcement(SqlSession session, Dialect dialect) {
		this.session = session;
		this.dialect = dialect;
	}

	/**
	 * Suspend foreign keys, outside of transactions.
	 */
	void suspend() {
		this.suspended = this.dialect.suspendForeignKeys(this.session);
	}

	boolean isSuspended() {
		return this.suspended != null;
	}

	/**
	 * Make sure that the transaction may be committed.
	 * @throws dev.migrator.error.MigratorException if it broke a foreign key that was
	 * suspended
	 */
	void check() {
		if (this.suspended != null) {
			this.suspended.check(this.session);
		}
	}

	@Override
	public void close() {
		if (this.suspended != null) {
			this.suspended.resume(this.session);
		}
	}

}
