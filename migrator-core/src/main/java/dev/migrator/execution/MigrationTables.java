package dev.migrator.execution;

import java.util.Set;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The version table and the history table, created when they are first needed: in the
 * transaction of the first revision, so that its failure leaves nothing behind.
 */
final class MigrationTables implements Ledger {

	private final Dialect dialect;

	private final VersionTable versions;

	private final HistoryTable history;

	private final @Nullable String schema;

	private boolean ensured;

	private boolean committed;

	MigrationTables(Dialect dialect, MigrationSettings settings) {
		this.dialect = dialect;
		this.schema = settings.schema();
		this.versions = new VersionTable(dialect, settings.versionTable());
		this.history = new HistoryTable(dialect, settings.historyTable());
	}

	VersionTable versions() {
		return this.versions;
	}

	@Override
	public HistoryTable history() {
		return this.history;
	}

	@Override
	public void change(SqlSession session, Set<String> removed, Set<String> added) {
		this.versions.change(session, removed, added);
	}

	@Override
	public void ensure(SqlSession session) {
		if (this.ensured) {
			return;
		}
		ensureSchema(session);
		if (!this.versions.exists(session)) {
			create(this.versions.creation(false), session);
		}
		if (!this.history.exists(session)) {
			create(this.history.creation(false), session);
		}
		this.ensured = true;
		this.committed = !session.inTransaction();
	}

	// To create one that exists needs a right, too, which one may not have.
	void ensureSchema(SqlSession session) {
		if (this.schema == null || this.dialect.schemaExists(this.schema, session)) {
			return;
		}
		try {
			session.execute(SqlStatement.of("create schema if not exists " + this.dialect.quote(this.schema)));
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"The schema '%s' does not exist and cannot be created: %s".formatted(this.schema, ex.getMessage()),
					"Create it and grant its use to '%s', or check migrator.schema."
						.formatted(session.database().user()),
					ex);
		}
	}

	@Override
	public void committed() {
		this.committed = this.ensured;
	}

	@Override
	public void rolledBack() {
		this.ensured = this.committed;
	}

	private void create(CreateTable creation, SqlSession session) {
		try {
			this.dialect.renderOwn(creation).forEach(session::execute);
		}
		catch (SqlSessionException ex) {
			throw refused(ex, session.database());
		}
	}

	private MigratorException refused(SqlSessionException ex, DatabaseInfo database) {
		String state = (ex.sqlState() != null) ? ex.sqlState() : "";
		if (this.dialect.isMissingPrivilege(state, ex.errorCode())) {
			return new MigratorException(ErrorCategory.DATABASE,
					"The database user '%s' may not create tables, so there is no place for Migrator's own: %s"
						.formatted(database.user(), ex.getMessage()),
					"Grant it the right to create tables, or let another user migrate by migrator.username and migrator.password.",
					ex);
		}
		return new MigratorException(ErrorCategory.DATABASE,
				"Migrator's own tables cannot be created: %s".formatted(ex.getMessage()), null, ex);
	}

}
