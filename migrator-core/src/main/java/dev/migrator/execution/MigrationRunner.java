package dev.migrator.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.RevisionScript.PreparedMigration;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;

/**
 * Runs plans: looks without the lock whether there is anything to do, and if so takes the
 * lock, looks again, and does it. One session serves for all of it.
 */
public final class MigrationRunner {

	private final SessionFactory sessions;

	private final Function<DatabaseInfo, Dialect> dialects;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final List<MigrationListener> listeners;

	private final Judgement judgement;

	/**
	 * Create a runner.
	 * @param sessions where sessions come from
	 * @param dialects finds the dialect of a database
	 * @param scripts the revisions
	 * @param settings how they run
	 * @param listeners who is told of each revision
	 */
	public MigrationRunner(SessionFactory sessions, Function<DatabaseInfo, Dialect> dialects, ScriptDirectory scripts,
			MigrationSettings settings, List<MigrationListener> listeners) {
		this.sessions = sessions;
		this.dialects = dialects;
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
		this.judgement = new Judgement(scripts, settings);
	}

	/**
	 * Bring the database up.
	 * @param targets the symbols of the revisions to go to
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport upgrade(Collection<String> targets) {
		return run((known, state) -> upgradePlan(known, state, targets));
	}

	/**
	 * Bring the database down.
	 * @param target the symbol of the revision to go to
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport downgrade(String target) {
		return run((known, state) -> known.graph().downgrade(state.rows(), target));
	}

	/**
	 * Set the version table without running anything.
	 * @param targets symbols of the revisions to set it to
	 * @param purge whether rows that are there are forgotten, known or not
	 * @return the rows afterwards
	 * @throws MigratorException if a target cannot be resolved, or a row is not known
	 */
	public SortedSet<String> stamp(Collection<String> targets, boolean purge) {
		return locked((session, dialect) -> new Bookkeeper(session, dialect, this.settings).stamp(this.scripts.graph(),
				targets, purge));
	}

	/**
	 * Set a revision right that began and did not end.
	 * @param revision the revision's full id
	 * @param resolution what was found out about it
	 * @throws MigratorException if there is nothing to set right
	 */
	public void resolve(String revision, Resolution resolution) {
		locked((session, dialect) -> {
			new Bookkeeper(session, dialect, this.settings).resolve(revision, resolution);
			return revision;
		});
	}

	private <T> T locked(BiFunction<SqlSession, Dialect, T> work) {
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			return locked(session, dialect, () -> work.apply(session, dialect));
		}
	}

	private <T> T locked(SqlSession session, Dialect dialect, Supplier<T> work) {
		if (!dialect.transactionalDdl()) {
			// The lock itself may be a table.
			new MigrationTables(dialect, this.settings).ensureSchema(session);
		}
		HeldLock lock = HeldLock.acquire(dialect.lock(this.settings.versionTable()), session,
				this.settings.lockTimeout());
		try {
			return work.get();
		}
		finally {
			lock.release();
		}
	}

	/**
	 * Look what an upgrade would do, without doing it.
	 * @param targets the symbols of the revisions to go to
	 * @return the revisions that it would apply, in order
	 * @throws MigratorException if it would refuse to begin
	 */
	public List<RevisionInfo> pending(Collection<String> targets) {
		try (SqlSession session = this.sessions.open()) {
			Decision decision = decide(session, this.dialects.apply(session.database()),
					(known, state) -> upgradePlan(known, state, targets));
			return decision.plan().steps().stream().map(Step::revision).toList();
		}
	}

	/**
	 * Look at the database.
	 * @return how it stands to the files
	 * @throws MigratorException if it is at a revision that nothing tells of
	 */
	public MigrationStatus status() {
		try (SqlSession session = this.sessions.open()) {
			DatabaseState state = reader(this.dialects.apply(session.database())).read(session);
			KnownRevisions known = KnownRevisions.of(this.scripts.graph(), state);
			Plan plan = upgradePlan(known, state, List.of("heads"));
			List<RevisionInfo> pending = plan.steps().stream().map(Step::revision).toList();
			return new MigrationStatus(session.database(), state.rows(), this.scripts.graph().heads(),
					status(known, plan), pending, known.graph().ancestors(state.rows()), state.history());
		}
	}

	/**
	 * Look at one revision. Placeholders stand in its SQL as they were written.
	 * @param symbol the symbol of the revision
	 * @return what it says of itself, and what it does
	 * @throws MigratorException if there is none, or if there are several
	 */
	public RevisionDetails show(String symbol) {
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			DatabaseState state = reader(dialect).read(session);
			KnownRevisions known = KnownRevisions.of(this.scripts.graph(), state);
			SortedSet<String> ids = known.graph().resolve(symbol, state.rows());
			if (ids.size() != 1) {
				throw new MigratorException((ids.isEmpty()) ? ErrorCategory.NOT_FOUND : ErrorCategory.AMBIGUOUS,
						(ids.isEmpty()) ? "'%s' names no revision.".formatted(symbol)
								: "'%s' names several revisions: %s.".formatted(symbol, String.join(", ", ids)),
						"Name one.");
			}
			String id = ids.first();
			boolean applied = known.graph().ancestors(state.rows()).contains(id);
			if (!this.scripts.contains(id)) {
				return RevisionDetails.withoutScript(known.graph().get(id), applied);
			}
			return RevisionDetails.of(this.scripts.get(id), applied, new ScriptContext(dialect, unfilled()));
		}
	}

	// A value may be a password, which is nobody's to read.
	private Map<String, String> unfilled() {
		Map<String, String> names = new HashMap<>();
		this.settings.placeholders().keySet().forEach((name) -> names.put(name, "${" + name + "}"));
		return names;
	}

	private static DatabaseStatus status(KnownRevisions known, Plan plan) {
		if (known.isAhead()) {
			return (plan.isEmpty()) ? DatabaseStatus.AHEAD : DatabaseStatus.DIVERGED;
		}
		return (plan.isEmpty()) ? DatabaseStatus.UP_TO_DATE : DatabaseStatus.PENDING;
	}

	// Targets are symbols of the files, even where the database knows more.
	private Plan upgradePlan(KnownRevisions known, DatabaseState state, Collection<String> targets) {
		if (!known.isAhead()) {
			return known.graph().upgrade(state.rows(), targets);
		}
		SortedSet<String> ids = new TreeSet<>();
		targets.forEach((target) -> ids.addAll(this.scripts.graph().resolve(target)));
		return known.graph().upgrade(state.rows(), ids);
	}

	private MigrationReport run(BiFunction<KnownRevisions, DatabaseState, Plan> planner) {
		long start = System.nanoTime();
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			Decision decision = decide(session, dialect, planner);
			if (decision.plan().isEmpty()) {
				checkUnchanged(decision, dialect);
				return report(List.of(), decision.state().rows(), start);
			}
			return locked(session, dialect, () -> {
				// Whoever had the lock before may have done it all.
				Decision again = decide(session, dialect, planner);
				checkUnchanged(again, dialect);
				execute(session, dialect, again);
				return report(again.plan().steps(), again.plan().rowsAfter(), start);
			});
		}
	}

	private Decision decide(SqlSession session, Dialect dialect,
			BiFunction<KnownRevisions, DatabaseState, Plan> planner) {
		DatabaseState state = reader(dialect).read(session);
		checkNotEmpty(state);
		KnownRevisions known = KnownRevisions.of(this.scripts.graph(), state);
		Plan plan = planner.apply(known, state);
		this.judgement.checkAhead(known, state, plan);
		this.judgement.checkUnfinished(state, plan);
		return new Decision(state, known, plan);
	}

	private void checkUnchanged(Decision decision, Dialect dialect) {
		DatabaseState state = decision.state();
		this.judgement.checkUnchanged(state, decision.known().graph().ancestors(state.rows()), dialect);
	}

	private void checkNotEmpty(DatabaseState state) {
		if (!this.scripts.graph().isEmpty()) {
			return;
		}
		String applied = (state.rows().isEmpty()) ? ""
				: ", although the database is at %s".formatted(String.join(", ", state.rows()));
		throw new MigratorException(ErrorCategory.NO_REVISIONS,
				"There is no revision under %s%s.".formatted(String.join(", ", this.scripts.locations()), applied),
				(applied.isEmpty()) ? "Write the first one, or check migrator.locations."
						: "Check migrator.locations, and that the revisions were packed into the application.");
	}

	private StateReader reader(Dialect dialect) {
		return new StateReader(new MigrationTables(dialect, this.settings));
	}

	@SuppressWarnings("try")
	private void execute(SqlSession session, Dialect dialect, Decision decision) {
		List<PreparedStep> steps = prepare(decision.plan(), dialect);
		MigrationTables tables = new MigrationTables(dialect, this.settings);
		StepRunner runner = new StepRunner(session, dialect, tables, this.settings, decision.state().nextSequence());
		Map<String, HistoryEntry> unfinished = decision.state().unfinished();
		try (SessionSettings applied = SessionSettings.apply(this.settings, dialect, session)) {
			int number = 0;
			for (PreparedStep step : steps) {
				run(runner, step, ++number, steps.size(), Optional.ofNullable(unfinished.get(step.id()))
					.filter((entry) -> entry.direction() == HistoryDirection.of(step.step().direction())));
			}
			runner.finish();
		}
	}

	// All are read before the first one runs, so that a broken one stops them all.
	private List<PreparedStep> prepare(Plan plan, Dialect dialect) {
		ScriptContext context = new ScriptContext(dialect, this.settings.placeholders());
		List<PreparedStep> steps = new ArrayList<>(plan.steps().size());
		for (Step step : plan.steps()) {
			RevisionScript script = script(step);
			steps.add(new PreparedStep(step, script, script.prepare(step.direction(), context)));
		}
		return steps;
	}

	private RevisionScript script(Step step) {
		String id = step.revision().id();
		if (!this.scripts.contains(id)) {
			throw new MigratorException(ErrorCategory.DATABASE_AHEAD,
					"Revision %s is applied, but only a newer version of the application has it.".formatted(id),
					(step.direction() == Direction.DOWNGRADE) ? "Downgrade with that version." : null);
		}
		return this.scripts.get(id);
	}

	private void run(StepRunner runner, PreparedStep prepared, int number, int count,
			Optional<HistoryEntry> unfinished) {
		Step step = prepared.step();
		this.listeners.forEach((listener) -> listener.beforeRevision(step, number, count));
		long start = System.nanoTime();
		try {
			runner.run(step, prepared.script(), prepared.migration(), unfinished);
		}
		catch (RuntimeException ex) {
			this.listeners.forEach((listener) -> listener.revisionFailed(step, ex));
			throw ex;
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		this.listeners.forEach((listener) -> listener.afterRevision(step, duration));
	}

	private static MigrationReport report(List<Step> steps, SortedSet<String> current, long start) {
		return new MigrationReport(steps, current, Duration.ofNanos(System.nanoTime() - start));
	}

	/**
	 * What was found, and what is to be done.
	 *
	 * @param state what the database says
	 * @param known all revisions
	 * @param plan what to do
	 */
	private record Decision(DatabaseState state, KnownRevisions known, Plan plan) {

	}

	/**
	 * A step that was read and can run.
	 *
	 * @param step the step
	 * @param script the revision's script
	 * @param migration what runs
	 */
	private record PreparedStep(Step step, RevisionScript script, PreparedMigration migration) {

		String id() {
			return this.step.revision().id();
		}

	}

}
