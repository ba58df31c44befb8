package dev.migrator.execution;

import java.util.List;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;

/**
 * Reads what the database says of its revisions, in three statements at most.
 */
final class StateReader {

	private final MigrationTables tables;

	StateReader(MigrationTables tables) {
		this.tables = tables;
	}

	DatabaseState read(SqlSession session) {
		try {
			return readTables(session);
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"The database does not tell which revisions it has: %s".formatted(ex.getMessage()),
					"Check that '%s' may read the version table and the history table, and migrator.version-table."
						.formatted(session.database().user()),
					ex);
		}
	}

	private DatabaseState readTables(SqlSession session) {
		if (!this.tables.versions().exists(session)) {
			return new DatabaseState(false, new TreeSet<>(), List.of());
		}
		return new DatabaseState(true, this.tables.versions().rows(session), history(session));
	}

	// A version table that another tool kept has no history beside it.
	private List<HistoryEntry> history(SqlSession session) {
		try {
			return this.tables.history().entries(session);
		}
		catch (SqlSessionException ex) {
			if (this.tables.history().exists(session)) {
				throw ex;
			}
			return List.of();
		}
	}

}
