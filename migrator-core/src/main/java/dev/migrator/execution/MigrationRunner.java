package dev.migrator.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

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
	 * Return where sessions come from.
	 * @return the factory
	 */
	public SessionFactory sessions() {
		return this.sessions;
	}

	/**
	 * Have somebody told of each revision, too.
	 * @param listener who is told
	 * @return a runner that is like this one otherwise
	 */
	public MigrationRunner with(MigrationListener listener) {
		List<MigrationListener> more = new ArrayList<>(this.listeners);
		more.add(listener);
		return new MigrationRunner(this.sessions, this.dialects, this.scripts, this.settings, more);
	}

	/**
	 * Return the same runner with another tag.
	 * @param tag the tag, or {@code null} for none
	 * @return the runner
	 */
	public MigrationRunner withTag(@Nullable String tag) {
		return new MigrationRunner(this.sessions, this.dialects, this.scripts, this.settings.withTag(tag),
				this.listeners);
	}

	/**
	 * Bring the database up.
	 * @param targets the symbols of the revisions to go to
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport upgrade(Collection<String> targets) {
		return run(Direction.UPGRADE, targets);
	}

	/**
	 * Bring the database down.
	 * @param target the symbol of the revision to go to
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport downgrade(String target) {
		return run(Direction.DOWNGRADE, List.of(target));
	}

	/**
	 * Set the version table without running anything.
	 * @param targets symbols of the revisions to set it to
	 * @param purge whether rows that are there are forgotten, known or not
	 * @return the rows afterwards
	 * @throws MigratorException if a target cannot be resolved, or a row is not known
	 */
	public SortedSet<String> stamp(Collection<String> targets, boolean purge) {
		return locked((session, dialect) -> new Bookkeeper(session, dialect, this.settings).stamp(this.scripts, targets,
				purge));
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

	/**
	 * Create the version table and the history table where they are missing.
	 * @throws MigratorException if they cannot be created
	 */
	public void ensureVersion() {
		locked((session, dialect) -> {
			MigrationTables tables = new MigrationTables(dialect, this.settings);
			if (dialect.transactionalDdl()) {
				session.begin();
			}
			tables.ensure(session);
			if (session.inTransaction()) {
				session.commit();
			}
			return tables;
		});
	}

	/**
	 * Run revisions and undo it all.
	 * @param direction which way
	 * @param targets the symbols of the revisions to go to, one for a downgrade
	 * @return what was done
	 * @throws MigratorException {@code UNSUPPORTED} if the database cannot undo DDL, and
	 * as an upgrade or downgrade does
	 */
	public RehearsalReport rehearse(Direction direction, Collection<String> targets) {
		long start = System.nanoTime();
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			Rehearsal.requireTransactionalDdl(dialect);
			if (decide(session, dialect, planner(direction, targets)).plan().isEmpty()) {
				return new RehearsalReport(List.of(), null, List.of(), Duration.ofNanos(System.nanoTime() - start));
			}
			return locked(session, dialect, (stop) -> {
				Decision decision = decide(session, dialect, planner(direction, targets));
				checkUnchanged(decision, dialect);
				return Rehearsal.rehearse(session, dialect, this.settings, prepare(decision.plan(), session, dialect),
						decision.known(), stop, start);
			});
		}
	}

	private <T> T locked(BiFunction<SqlSession, Dialect, T> work) {
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			return locked(session, dialect, (stop) -> work.apply(session, dialect));
		}
	}

	private <T> T locked(SqlSession session, Dialect dialect, Function<StopRequest, T> work) {
		dialect.checkSession(session);
		if (!dialect.transactionalDdl()) {
			// The lock itself may be a table.
			new MigrationTables(dialect, this.settings).ensureSchema(session);
		}
		try (StopRequest stop = StopRequest.watch(session)) {
			HeldLock lock = HeldLock.acquire(dialect.lock(this.settings.versionTable()), session,
					this.settings.lockTimeout(), stop);
			try {
				return work.apply(stop);
			}
			finally {
				lock.release();
			}
		}
	}

	/**
	 * Look what an upgrade or a downgrade would do, without doing it.
	 * @param direction which way
	 * @param targets the symbols of the revisions to go to, one for a downgrade
	 * @return what it would do, in order
	 * @throws MigratorException if it would refuse to begin
	 */
	public List<PlannedStep> plan(Direction direction, Collection<String> targets) {
		try (SqlSession session = this.sessions.open()) {
			Decision decision = decide(session, this.dialects.apply(session.database()), planner(direction, targets));
			return PlannedStep.all(decision.plan());
		}
	}

	private BiFunction<KnownRevisions, DatabaseState, Plan> planner(Direction direction, Collection<String> targets) {
		if (direction == Direction.UPGRADE) {
			return (known, state) -> checkedUpgradePlan(known, state, targets);
		}
		if (targets.size() != 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS, "A downgrade goes to one revision, not to %d: '%s'."
				.formatted(targets.size(), String.join(" ", targets)), "Name the one below which everything stays.");
		}
		String target = targets.iterator().next();
		return (known, state) -> known.graph().downgrade(state.rows(), target);
	}

	/**
	 * Look at what is in the database, in the default schema of migrations.
	 * @param <T> what is found out
	 * @param look what to do with a session
	 * @return what it found out
	 */
	public <T> T look(BiFunction<SqlSession, Dialect, T> look) {
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			String schema = this.settings.schema();
			List<SqlStatement> back = (schema != null) ? dialect.useSchema(schema, session) : List.of();
			T found = look.apply(session, dialect);
			back.forEach(session::execute);
			return found;
		}
	}

	/**
	 * Look at the database.
	 * @return how it stands to the files
	 * @throws MigratorException if it is at a revision that nothing tells of
	 */
	public MigrationStatus status() {
		try (SqlSession session = this.sessions.open()) {
			KnownRevisions known = KnownRevisions.of(this.scripts,
					reader(this.dialects.apply(session.database())).read(session));
			DatabaseState state = known.state();
			Plan plan = upgradePlan(known, state, List.of("heads"));
			List<RevisionInfo> pending = plan.steps().stream().map(Step::revision).toList();
			return new MigrationStatus(session.database(), state.rows(), this.scripts.graph().heads(),
					status(known, plan), pending, known.graph().ancestors(state.rows()), state.history(),
					known.graph());
		}
	}

	/**
	 * Look at one revision. Placeholders stand in its SQL as they were written.
	 * @param symbol the symbol of the revision
	 * @param showsValues whether values that it binds are written out
	 * @return what it says of itself, and what it does
	 * @throws MigratorException if there is none, or if there are several
	 */
	public RevisionDetails show(String symbol, boolean showsValues) {
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			KnownRevisions known = KnownRevisions.of(this.scripts, reader(dialect).read(session));
			DatabaseState state = known.state();
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
			return RevisionDetails.of(this.scripts.get(id), applied,
					ScriptContext.unfilled(dialect, this.settings.placeholders().keySet(), showsValues));
		}
	}

	private static DatabaseStatus status(KnownRevisions known, Plan plan) {
		if (known.isAhead()) {
			return (plan.isEmpty()) ? DatabaseStatus.AHEAD : DatabaseStatus.DIVERGED;
		}
		return (plan.isEmpty()) ? DatabaseStatus.UP_TO_DATE : DatabaseStatus.PENDING;
	}

	// Several heads are told first: that they must be merged is the better advice.
	private Plan checkedUpgradePlan(KnownRevisions known, DatabaseState state, Collection<String> targets) {
		Plan plan = upgradePlan(known, state, targets);
		this.scripts.checkHeads();
		return plan;
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

	private MigrationReport run(Direction direction, Collection<String> targets) {
		RunWatch watch = new RunWatch(this.listeners, direction);
		MigrationReport report;
		try {
			report = run(planner(direction, targets), watch);
		}
		catch (RuntimeException ex) {
			watch.fail(ex);
			throw ex;
		}
		watch.end(report);
		return report;
	}

	private MigrationReport run(BiFunction<KnownRevisions, DatabaseState, Plan> planner, RunWatch watch) {
		long start = System.nanoTime();
		try (SqlSession session = this.sessions.open()) {
			Dialect dialect = this.dialects.apply(session.database());
			Decision decision = decide(session, dialect, planner);
			if (decision.plan().isEmpty()) {
				checkUnchanged(decision, dialect);
				watch.begin(List.of());
				return report(List.of(), decision.state().rows(), start);
			}
			return locked(session, dialect, (stop) -> {
				if (!decision.known().renamed().isEmpty()) {
					new Bookkeeper(session, dialect, this.settings).adopt(this.scripts);
				}
				// Whoever had the lock before may have done it all.
				Decision again = decide(session, dialect, planner);
				checkUnchanged(again, dialect);
				watch.begin(again.plan().steps());
				execute(session, dialect, again, watch, stop);
				return report(again.plan().steps(), again.plan().rowsAfter(), start);
			});
		}
	}

	private Decision decide(SqlSession session, Dialect dialect,
			BiFunction<KnownRevisions, DatabaseState, Plan> planner) {
		DatabaseState found = reader(dialect).read(session);
		checkNotEmpty(found);
		KnownRevisions known = KnownRevisions.of(this.scripts, found);
		DatabaseState state = known.state();
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
	private void execute(SqlSession session, Dialect dialect, Decision decision, RunWatch watch, StopRequest stop) {
		List<PreparedStep> steps = prepare(decision.plan(), session, dialect);
		MigrationTables tables = new MigrationTables(dialect, this.settings);
		StepRunner runner = new StepRunner(session, dialect, tables, this.settings, this.listeners, stop,
				decision.state().nextSequence());
		Map<String, HistoryEntry> unfinished = decision.state().unfinished();
		try (SessionSettings applied = SessionSettings.apply(this.settings, dialect, session)) {
			int number = 0;
			for (PreparedStep step : steps) {
				Optional<HistoryEntry> begun = Optional.ofNullable(unfinished.get(step.id()))
					.filter((entry) -> entry.direction() == HistoryDirection.of(step.step().direction()));
				stop.check();
				watch.revision(step.step(), ++number, steps.size(), () -> runner.run(step, begun));
			}
			runner.finish();
		}
	}

	// What any of them lacks stops them all before the first one runs.
	private List<PreparedStep> prepare(Plan plan, SqlSession session, Dialect dialect) {
		ScriptContext context = new ScriptContext(dialect, this.settings.placeholders());
		List<PreparedStep> steps = PreparedStep.all(plan, this.scripts, context);
		for (PreparedStep prepared : steps) {
			Step step = prepared.step();
			try {
				prepared.script().check(step.direction(), context, this.settings.tag());
			}
			catch (MigratorException ex) {
				throw new FailureReport(dialect, prepared.script(), step, session.database()).of(ex,
						"Nothing was executed.");
			}
		}
		return steps;
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

}
