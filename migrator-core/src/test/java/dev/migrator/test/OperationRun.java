package dev.migrator.test;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.session.SqlSession;

/**
 * Runs operations as the engine does: some dialects look into the database first, and
 * SQLite copies tables while foreign keys are suspended.
 */
public final class OperationRun {

	private OperationRun() {
	}

	/**
	 * Run operations.
	 * @param session where, in no transaction
	 * @param operations what to do
	 */
	public static void run(SqlSession session, List<Operation> operations) {
		Dialect dialect = Dialects.of(session.database());
		if (!dialect.name().equals("sqlite")) {
			operations.forEach((operation) -> run(dialect.render(operation, session), session));
			return;
		}
		SuspendedForeignKeys foreignKeys = dialect.suspendForeignKeys(session);
		try {
			session.begin();
			operations.forEach((operation) -> run(dialect.render(operation, session), session));
			foreignKeys.check(session);
			session.commit();
		}
		finally {
			session.rollback();
			foreignKeys.resume(session);
		}
	}

	private static void run(StatementGroup group, SqlSession session) {
		group.statements().forEach(session::execute);
		group.afterwards().forEach(session::execute);
	}

}
