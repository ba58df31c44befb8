package dev.migrator.execution;

import java.util.List;
import java.util.TreeSet;

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
