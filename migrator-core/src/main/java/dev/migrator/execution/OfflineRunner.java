package dev.migrator.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementValues;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.RevisionRange;
import dev.migrator.revision.StampPlan;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.ScriptSession;
import dev.migrator.session.SqlStatement;

/**
 * Writes what a run would do as one SQL script, without a database. A script that brings
 * a database from where it is thought to be to the same state as the run. Nothing is
 * written unless all of it can be.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/offline.html">Offline mode of
 * Alembic</a>
 */
public final class OfflineRunner {

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	/**
	 * Create a runner.
	 * @param dialect the dialect of the database that scripts are for
	 * @param scripts the revisions
	 * @param settings how they would run
	 */
	public OfflineRunner(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings) {
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
	}

	/**
	 * Write an upgrade.
	 * @param range from where to where: {@code a:b}, or {@code b} from the base
	 * @param out where the script is written
	 * @throws MigratorException if there is no way, or a revision cannot be written
	 * @throws UncheckedIOException if the script cannot be written
	 */
	public void upgrade(String range, Appendable out) {
		checkNotEmpty();
		RevisionRange parsed = range(range);
		RevisionRange closed = (parsed.to().isEmpty()) ? new RevisionRange(parsed.from(), this.settings.target())
				: parsed;
		write("Upgrade", this.scripts.graph().upgrade(closed), out);
	}

	/**
	 * Write a downgrade.
	 * @param range from where to where: {@code b:a}
	 * @param out where the script is written
	 * @throws MigratorException if there is no way, or a revision cannot be written
	 * @throws UncheckedIOException if the script cannot be written
	 */
	public void downgrade(String range, Appendable out) {
		checkNotEmpty();
		if (!RevisionRange.isRange(range)) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"A downgrade written as a script begins somewhere, and '%s' is only where it ends."
						.formatted(range),
					"Write it as from:to, for example head:%s.".formatted(range));
		}
		write("Downgrade", this.scripts.graph().downgrade(RevisionRange.parse(range)), out);
	}

	/**
	 * Write a change of the version table that runs nothing.
	 * @param range from where to where: {@code a:b}, or {@code b} from the base
	 * @param out where the script is written
	 * @throws MigratorException if a revision cannot be found
	 * @throws UncheckedIOException if the script cannot be written
	 */
	public void stamp(String range, Appendable out) {
		checkNotEmpty();
		StampPlan plan = this.scripts.graph().stamp(range(range));
		write(title("Stamp", plan.rowsBefore(), plan.rowsAfter()), plan.rowsBefore(), plan.isEmpty(), out,
				(script) -> stamp(plan, script));
	}

	/**
	 * Write that the version table and the history table are created where they are
	 * missing.
	 * @param out where the script is written
	 * @throws UncheckedIOException if the script cannot be written
	 */
	public void ensureVersion(Appendable out) {
		write("Create the tables of Migrator", new TreeSet<>(), false, out, (script) -> {
			if (this.dialect.transactionalDdl()) {
				script.session().begin();
				script.ledger().writeTables();
				script.session().commit();
			}
			else {
				script.ledger().writeTables();
			}
		});
	}

	private static RevisionRange range(String text) {
		return (RevisionRange.isRange(text)) ? RevisionRange.parse(text) : new RevisionRange("", text.strip());
	}

	private void checkNotEmpty() {
		if (this.scripts.graph().isEmpty()) {
			throw new MigratorException(ErrorCategory.NO_REVISIONS,
					"There is no revision under %s.".formatted(String.join(", ", this.scripts.locations())),
					"Write the first one, or check migrator.locations.");
		}
	}

	private void write(String what, Plan plan, Appendable out) {
		ScriptContext context = new ScriptContext(this.dialect, this.settings.placeholders());
		List<PreparedStep> steps = PreparedStep.all(plan, this.scripts, context);
		write(title(what, plan.rowsBefore(), plan.rowsAfter()), plan.rowsBefore(), plan.isEmpty(), out,
				(script) -> run(what, steps, script));
	}

	private void run(String what, List<PreparedStep> steps, Script script) {
		StopRequest never = new StopRequest(script.session());
		RevisionRun run = new RevisionRun(script.session(), this.dialect, script.ledger(), this.settings,
				new LockRetries(this.dialect, 0, never::pause));
		for (PreparedStep prepared : steps) {
			script.session().comment("%s %s".formatted(what, LoggingListener.describe(prepared.step())));
			StatementJournal journal = new StatementJournal(script.ledger().history(), script.session(),
					HistoryEntries.started(0, prepared.step().revision(),
							HistoryDirection.of(prepared.step().direction()), script.session().database(),
							this.settings.application()),
					false);
			try {
				run.run(prepared, journal, new StatementWatch(prepared.step(), List.of(), never),
						new KeyEnforcement(script.session(), this.dialect));
			}
			catch (RuntimeException ex) {
				throw new FailureReport(this.dialect, prepared.script(), prepared.step(), script.session().database())
					.of(ex, "No script was written.");
			}
		}
		run.finish();
	}

	private void stamp(StampPlan plan, Script script) {
		DatabaseState before = new DatabaseState(true, plan.rowsBefore(), List.of());
		script.session().begin();
		script.ledger().ensure(script.session());
		script.ledger().change(script.session(), plan.removedRows(), plan.addedRows());
		for (RevisionInfo revision : Bookkeeper.stamped(this.scripts.graph(), before, plan.rowsAfter())) {
			script.ledger()
				.insert(script.session(),
						HistoryEntries.stamped(0, revision, script.session().database(), this.settings.application()));
		}
		script.session().commit();
	}

	private void write(String title, SortedSet<String> rows, boolean empty, Appendable out, Consumer<Script> content) {
		StringBuilder text = new StringBuilder();
		ScriptSession session = new ScriptSession(
				new DatabaseInfo(this.dialect.name(), Integer.MAX_VALUE, 0, null, null), this::words, text);
		session.comment("%s, written by Migrator for %s".formatted(title, this.dialect.name()));
		if (empty) {
			session.comment("There is nothing to do.");
		}
		else {
			session.comment("Run it with: %s <this file>".formatted(this.dialect.offline().command()));
			Script script = new Script(session, new ScriptedLedger(session, this.dialect, this.settings, rows));
			script.ledger().writeSettings();
			content.accept(script);
		}
		try {
			out.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The script cannot be written", ex);
		}
	}

	private List<String> words(SqlStatement statement) {
		return StatementSplitter.split(StatementValues.writeOut(statement, this.dialect), this.dialect.syntax(), 1)
			.stream()
			.map(SqlText::sql)
			.toList();
	}

	private static String title(String what, Collection<String> from, Collection<String> to) {
		return "%s from %s to %s".formatted(what, named(from), named(to));
	}

	private static String named(Collection<String> rows) {
		return (rows.isEmpty()) ? "<base>" : String.join(", ", rows);
	}

	/**
	 * A script that is being written.
	 *
	 * @param session what statements are written by
	 * @param ledger what the version table and the history are written by
	 */
	private record Script(ScriptSession session, ScriptedLedger ledger) {

	}

}
