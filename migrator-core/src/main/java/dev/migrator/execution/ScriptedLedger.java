package dev.migrator.execution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.OfflineSql;
import dev.migrator.operation.CreateTable;
import dev.migrator.session.ScriptSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Writes into a script what a run writes into the version table and the history. Each
 * revision, and each transaction that changes the version table, first checks that the
 * rows are as they should be by then: so the script stops at a database that is
 * elsewhere, and behind a revision that failed even if whoever runs it does not stop at
 * errors.
 */
final class ScriptedLedger implements Ledger, HistoryWriter {

	private final ScriptSession script;

	private final Dialect dialect;

	private final MigrationSettings settings;

	private final OfflineSql words;

	private final VersionTable versions;

	private final HistoryTable history;

	private final SortedSet<String> rows;

	private boolean tablesAreThere;

	private int guardedTransaction;

	/**
	 * Create a ledger.
	 * @param script where it is written
	 * @param dialect the database's dialect
	 * @param settings how migrations run
	 * @param rows the rows of the version table when the script begins; if there are
	 * none, the tables are created
	 */
	ScriptedLedger(ScriptSession script, Dialect dialect, MigrationSettings settings, Collection<String> rows) {
		this.script = script;
		this.dialect = dialect;
		this.settings = settings;
		this.words = dialect.offline();
		this.versions = new VersionTable(dialect, settings.versionTable());
		this.history = new HistoryTable(dialect, settings.historyTable());
		this.rows = new TreeSet<>(rows);
		this.tablesAreThere = !rows.isEmpty();
	}

	/**
	 * Write what a session is set to while revisions run.
	 */
	void writeSettings() {
		write(this.words.preamble());
		String schema = this.settings.schema();
		if (schema != null) {
			if (!this.tablesAreThere) {
				write(this.words.createSchema(schema));
			}
			write(this.words.useSchema(schema));
		}
		StatementTimeouts timeouts = this.settings.timeouts();
		this.dialect.timeouts(timeouts.lock(), timeouts.statement()).forEach(this.script::execute);
	}

	/**
	 * Write that the tables are created where they are missing.
	 */
	void writeTables() {
		create(this.versions.creation(true));
		create(this.history.creation(true));
		this.tablesAreThere = true;
	}

	private void create(CreateTable creation) {
		this.dialect.renderOwn(creation).forEach(this.script::execute);
	}

	@Override
	public void ensure(SqlSession session) {
		if (!this.tablesAreThere) {
			writeTables();
		}
		writeGuard();
	}

	@Override
	public void change(SqlSession session, Set<String> removed, Set<String> added) {
		writeGuard();
		this.versions.changes(removed, added).forEach(this.script::execute);
		this.rows.removeAll(removed);
		this.rows.addAll(added);
	}

	private void writeGuard() {
		int transaction = this.script.transaction();
		if (transaction == 0 || transaction != this.guardedTransaction) {
			write(this.words.guard(this.settings.versionTable(), this.settings.historyTable(), this.rows));
			this.guardedTransaction = transaction;
		}
	}

	private void write(List<String> statements) {
		statements.forEach((sql) -> this.script.execute(SqlStatement.of(sql)));
	}

	@Override
	public HistoryWriter history() {
		return this;
	}

	@Override
	public void insert(SqlSession session, HistoryEntry entry) {
		write(entry);
	}

	@Override
	public void update(SqlSession session, HistoryEntry entry) {
		write(entry);
	}

	// How far a revision came is of use to a run that goes on with it; a script is one
	// row
	// a revision.
	private void write(HistoryEntry entry) {
		if (entry.state() == HistoryState.DONE) {
			Duration duration = (entry.direction() == HistoryDirection.STAMP) ? entry.duration() : null;
			this.script.execute(this.history.insertion(entry, duration));
		}
	}

	/**
	 * Do nothing: what the script says is committed when it runs.
	 */
	@Override
	public void committed() {
	}

	/**
	 * Do nothing: a script that cannot be completed is not written.
	 */
	@Override
	public void rolledBack() {
	}

}
